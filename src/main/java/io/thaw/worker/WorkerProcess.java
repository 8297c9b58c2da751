package io.thaw.worker;

import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Runs each job in a process of its own, {@code thaw train --job FILE --events}, so that a crash of
 * the engine costs one run. If this process ends, its workers see the end of their input and stop.
 */
public final class WorkerProcess implements JobRunner {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final WorkerCommand command;
  private final Path jobFolder;
  private final Duration grace;

  /**
   * @param command starts the program
   * @param jobFolder takes a job file while its run lasts
   */
  public WorkerProcess(WorkerCommand command, Path jobFolder) {
    this(command, jobFolder, GRACE);
  }

  /**
   * @param command starts the program
   * @param jobFolder takes a job file while its run lasts
   * @param grace how long a worker may go on after its last word before it is ended by force
   */
  public WorkerProcess(WorkerCommand command, Path jobFolder, Duration grace) {
    this.command = command;
    this.jobFolder = jobFolder;
    this.grace = grace;
  }

  @Override
  public JobHandle start(JobSpec spec, Consumer<JobEvent> listener) {
    WorkerRun run = new WorkerRun(command, jobFolder, grace, listener);
    run.begin(spec);
    return run;
  }
}
