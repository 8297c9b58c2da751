package io.thaw.cli;

import io.thaw.network.BatchNormRule;
import io.thaw.run.TailSpeed;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thaw speed}: what a training run asks of another process before it begins. */
@Command(
    name = "speed",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Prints how many pictures a second the layers that learn take here.")
final class SpeedCommand implements Callable<Integer> {
  @Option(names = "--model", required = true, paramLabel = "MODEL")
  private String model;

  @Option(names = "--freeze", paramLabel = "SPEC", defaultValue = "all")
  private String freeze;

  @Option(names = "--batch-norm", paramLabel = "RULE", defaultValue = "follow_layer")
  private BatchNormRule batchNorm;

  @Option(names = "--classes", paramLabel = "N", defaultValue = "2")
  private int classes;

  @Option(names = "--batch", paramLabel = "N", defaultValue = "32")
  private int batch;

  @Option(names = "--seconds", paramLabel = "X", defaultValue = "2")
  private double seconds;

  private final Surroundings surroundings;

  SpeedCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    double speed =
        TailSpeed.measure(
            surroundings.catalogue().resolve(model), freeze, batchNorm, classes, batch, seconds);
    surroundings.out().printf(Locale.ROOT, "%.3f%n", speed);
    return ExitCode.DONE;
  }
}
