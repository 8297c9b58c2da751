package io.thaw.cli;

import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import io.thaw.job.TrainingSettings;
import io.thaw.run.PlainRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thaw bench-plain}: the part of {@code thaw bench} that uses DJL without Thaw. */
@Command(
    name = "bench-plain",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = {
      "Fine-tunes with plain DJL, the whole network in every epoch, and prints what it took as one"
          + " JSON object. Nothing is kept."
    },
    footer = {"", "Example: thaw bench-plain --model frost-64 --data my-pictures --epochs 2"})
final class BenchPlainCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CancelToken cancel;

  @Option(names = "--model", required = true, paramLabel = "M", description = "As for 'train'.")
  private String model;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "As for 'train'.")
  private String data;

  @Option(names = "--freeze", paramLabel = "SPEC", description = "As for 'train'.")
  private String freeze = "all";

  @Option(names = "--epochs", paramLabel = "N", description = "Epochs to run.")
  private int epochs = 2;

  @Option(names = "--batch", paramLabel = "B", description = "Pictures per step.")
  private int batch = TrainingSettings.DEFAULT.batch();

  @Option(names = "--seed", paramLabel = "S", description = "As for 'train'.")
  private long seed = 1;

  @Option(names = "--lr", paramLabel = "X", description = "Learning rate of every step.")
  private double learningRate;

  @Option(
      names = "--leave-out",
      paramLabel = "FILE",
      description = "A picture that is not to be used.")
  private Set<Path> leftOut = new HashSet<>();

  BenchPlainCommand(Surroundings surroundings, CancelToken cancel) {
    this.surroundings = surroundings;
    this.cancel = cancel;
  }

  @Override
  public Integer call() throws IOException {
    JobSpec spec =
        JobSpec.of(model, data)
            .withFreeze(freeze)
            .withSeed(seed)
            .withTraining(
                TrainingSettings.DEFAULT
                    .withEpochs(epochs)
                    .withBatch(batch)
                    .withLearningRate(learningRate));
    try {
      surroundings
          .out()
          .println(
              JsonFiles.mapper()
                  .writeValueAsString(
                      new PlainRun(surroundings.catalogue()).run(spec, leftOut, cancel)));
      return ExitCode.DONE;
    } catch (CancellationException e) {
      return ExitCode.CANCELLED;
    }
  }
}
