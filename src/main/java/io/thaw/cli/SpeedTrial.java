package io.thaw.cli;

import io.thaw.job.JobSpec;
import io.thaw.run.InstructionSets;
import io.thaw.worker.CommandRunner;
import io.thaw.worker.ThawCommands;
import io.thaw.worker.WorkerCommand;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Asks another process of this program how fast a network learns. */
final class SpeedTrial implements InstructionSets.Trial {
  /** Of a large batch, a part tells as much and sooner. */
  private static final int BATCH = 16;

  private static final double SECONDS = 2;

  @Override
  public OptionalDouble imagesPerSecond(JobSpec job, int classes, Map<String, String> variables) {
    WorkerCommand command = WorkerCommand.ofThisProgram(List.of()).withEnvironment(variables);
    CommandRunner.Result result = new ThawCommands(command).run(arguments(job, classes));
    if (result.exitCode() != ExitCode.DONE) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(result.output().strip()));
  }

  private static List<String> arguments(JobSpec job, int classes) {
    return List.of(
        "speed",
        "--model",
        job.model(),
        "--freeze",
        job.freeze(),
        "--batch-norm",
        job.batchNorm().name().toLowerCase(Locale.ROOT),
        "--classes",
        Integer.toString(classes),
        "--batch",
        Integer.toString(Math.min(BATCH, job.training().batch())),
        "--seconds",
        Double.toString(SECONDS));
  }
}
