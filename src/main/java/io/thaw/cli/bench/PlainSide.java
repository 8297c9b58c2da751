package io.thaw.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.thaw.cli.bench.ChildFailedException.Reason;
import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import io.thaw.run.PlainReport;
import io.thaw.worker.CommandRunner;
import io.thaw.worker.ThawCommands;
import io.thaw.worker.WorkerCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Measures plain DJL, {@code thaw bench-plain}, in a process of its own. */
final class PlainSide {
  private static final int BAD_INPUT = 3;
  private static final int CANCELLED = 130;
  private static final long END_SECONDS = 30;

  private final CommandRunner commands;
  private final CancelToken cancel;

  PlainSide(WorkerCommand command, CancelToken cancel) {
    this.commands = new ThawCommands(command);
    this.cancel = cancel;
  }

  /** A finished run. */
  record Finished(Measured measured, List<String> engines) {}

  /**
   * Runs some epochs of a job.
   *
   * @param spec with the learning rate of every step
   * @param epochs to run
   * @param leftOut pictures that are not to be used
   */
  Finished run(JobSpec spec, int epochs, List<Path> leftOut)
      throws ChildFailedException, InterruptedException {
    long start = System.currentTimeMillis();
    CommandRunner.Result result = await(arguments(spec, epochs, leftOut));
    if (result.exitCode() == CANCELLED || cancel.isCancelled()) {
      throw new ChildFailedException(Reason.CANCELLED, "The benchmark was stopped.");
    }
    if (result.exitCode() != 0) {
      throw new ChildFailedException(
          result.exitCode() == BAD_INPUT ? Reason.BAD_INPUT : Reason.FAILED,
          result.message().isEmpty()
              ? "Plain DJL ended unexpectedly (exit code " + result.exitCode() + ")."
              : result.message());
    }
    PlainReport report = report(result.output());
    double startUp = (report.firstEpochAt() - start) / 1e3;
    return new Finished(measured(report, startUp, spec.training().epochs()), report.engines());
  }

  private static List<String> arguments(JobSpec spec, int epochs, List<Path> leftOut) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bench-plain",
                "--model=" + spec.model(),
                "--data=" + spec.data(),
                "--freeze=" + spec.freeze(),
                "--epochs=" + epochs,
                "--batch=" + spec.training().batch(),
                "--seed=" + spec.seed(),
                "--lr=" + spec.training().learningRate()));
    leftOut.forEach(file -> arguments.add("--leave-out=" + file));
    return arguments;
  }

  private CommandRunner.Result await(List<String> arguments) throws InterruptedException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<CommandRunner.Result> result = thread.submit(() -> commands.run(arguments));
      return Patience.await(result, cancel, thread::shutdownNow);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The command could not be run.", e.getCause());
    } finally {
      thread.shutdownNow();
      thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static PlainReport report(String output) throws ChildFailedException {
    try {
      return JsonFiles.mapper().readValue(output, PlainReport.class);
    } catch (JsonProcessingException e) {
      throw new ChildFailedException(
          Reason.FAILED, "The result of plain DJL could not be read: " + e.getOriginalMessage());
    }
  }

  private static Measured measured(PlainReport report, double startUp, int epochsAsked) {
    Epochs epochs = new Epochs(report.trainImages());
    report.epochs().forEach(epoch -> epochs.add(epoch.trainSeconds(), epoch.seconds()));
    return new Measured(
        new Measured.Rates(
            Epochs.rate(report.trainImages() + report.valImages(), report.scanSeconds()),
            null,
            epochs.firstRate(),
            epochs.laterRate()),
        new Measured.Seconds(
            startUp,
            report.scanSeconds(),
            null,
            epochs.first(),
            epochs.later(),
            startUp + epochs.total(epochsAsked)),
        report.epochs().size(),
        report.epochs().get(report.epochs().size() - 1).valAccuracy(),
        report.frozenValuesChanged(),
        report.peakMemory(),
        null,
        List.of());
  }
}
