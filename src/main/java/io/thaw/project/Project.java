package io.thaw.project;

import io.thaw.job.JobSpec;
import java.util.List;
import java.util.Objects;

/**
 * A saved project: what the window shows when it is opened again.
 *
 * @param version format of the file, {@link #VERSION}
 * @param name for people
 * @param job everything a run is asked to do; model and data may still be null
 * @param frozenLayers names of the layers that stay as they are, in layer order
 */
public record Project(int version, String name, JobSpec job, List<String> frozenLayers) {

  /** The format that this build writes. */
  public static final int VERSION = 1;

  /** Copies the list. */
  public Project {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(job, "job");
    frozenLayers = List.copyOf(frozenLayers);
  }

  /** A project of this build's format. */
  public static Project of(String name, JobSpec job, List<String> frozenLayers) {
    return new Project(VERSION, name, job, frozenLayers);
  }
}
