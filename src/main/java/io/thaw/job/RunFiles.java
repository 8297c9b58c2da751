package io.thaw.job;

import java.nio.file.Path;

/**
 * The names inside a run folder.
 *
 * @param folder the run folder
 */
public record RunFiles(Path folder) {
  /** The job, {@link JobSpec}. */
  public Path job() {
    return folder.resolve("job.json");
  }

  /** Every event line of the run. */
  public Path events() {
    return folder.resolve("events.ndjson");
  }

  /** The result in figures, {@link Report}. */
  public Path report() {
    return folder.resolve("report.json");
  }

  /** What a run that was interrupted goes on from. */
  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** The whole trained network as a model folder. */
  public Path model() {
    return folder.resolve("model");
  }
}
