package io.thaw.cli.bench;

import io.thaw.cli.bench.ChildFailedException.Reason;
import io.thaw.job.CancelToken;
import io.thaw.job.EpochRecord;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.worker.JobHandle;
import io.thaw.worker.WorkerCommand;
import io.thaw.worker.WorkerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Measures Thaw: a real worker, as the window starts it, with a feature cache of its own. */
final class ThawSide {
  private static final long EXIT_SECONDS = 30;

  private final WorkerCommand command;
  private final CancelToken cancel;

  ThawSide(WorkerCommand command, CancelToken cancel) {
    this.command = command;
    this.cancel = cancel;
  }

  /**
   * A finished run.
   *
   * @param classes their names
   * @param learningRate of its steps
   * @param unreadable pictures that were left out when they were decoded
   */
  record Finished(
      Measured measured,
      int trainImages,
      int valImages,
      List<String> classes,
      double learningRate,
      List<Path> unreadable) {}

  /**
   * Runs a job to its end.
   *
   * @param out the run folder
   * @param cache what is kept of pictures
   * @param jobFolder exists, and takes the job file meanwhile
   */
  Finished run(JobSpec spec, Path out, Path cache, Path jobFolder)
      throws ChildFailedException, InterruptedException {
    WorkerProcess runner =
        new WorkerProcess(
            command.withEnvironment(Map.of("THAW_CACHE", cache.toString())), jobFolder);
    WorkerClock clock = new WorkerClock();
    JobHandle handle = runner.start(spec.withOut(out.toString()), clock);
    require(end(handle), spec);
    awaitExit(clock.pid());
    return finished(Report.read(new RunFiles(out).report()), clock);
  }

  private JobEvent.Terminal end(JobHandle handle) throws InterruptedException {
    try {
      return Patience.await(handle.end(), cancel, handle::stop);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A run's end is never an exception.", e);
    } catch (InterruptedException e) {
      handle.kill();
      throw e;
    }
  }

  private void require(JobEvent.Terminal end, JobSpec spec) throws ChildFailedException {
    if (end instanceof JobEvent.Failed it) {
      throw new ChildFailedException(
          it.badInput() ? Reason.BAD_INPUT : Reason.FAILED, it.message());
    }
    if (end instanceof JobEvent.Crashed it && !cancel.isCancelled()) {
      throw new ChildFailedException(Reason.FAILED, it.message());
    }
    if (!(end instanceof JobEvent.Completed)) {
      throw new ChildFailedException(Reason.CANCELLED, "The benchmark was stopped.");
    }
  }

  /** A worker that is still ending would be measured with the next one. */
  private static void awaitExit(long pid) throws InterruptedException {
    try {
      ProcessHandle.of(pid)
          .map(ProcessHandle::onExit)
          .ifPresent(exit -> exit.orTimeout(EXIT_SECONDS, TimeUnit.SECONDS).join());
    } catch (CompletionException e) {
      // Its parent ends it by force before this; then there is nothing left to wait for.
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private static Finished finished(Report report, WorkerClock clock) {
    return new Finished(
        measured(report, clock),
        report.trainImages(),
        report.valImages(),
        report.classes(),
        clock.learningRate(),
        clock.unreadable());
  }

  private static Measured measured(Report report, WorkerClock clock) {
    Report.Seconds seconds = report.seconds();
    int images = report.trainImages() + report.valImages();
    Epochs epochs = new Epochs(report.trainImages());
    for (EpochRecord epoch : report.epochs()) {
      epochs.add(report.trainImages() / epoch.imagesPerSecond(), epoch.seconds());
    }
    return new Measured(
        new Measured.Rates(
            Epochs.rate(images, seconds.scan()),
            Epochs.rate(images, seconds.intake()),
            epochs.firstRate(),
            epochs.laterRate()),
        new Measured.Seconds(
            clock.startUp(),
            seconds.scan(),
            seconds.intake(),
            epochs.first(),
            epochs.later(),
            clock.lastEpoch()),
        report.epochs().size(),
        report.valAccuracy(),
        report.frozenValuesChanged(),
        report.peakMemory(),
        report.features(),
        report.notices());
  }
}
