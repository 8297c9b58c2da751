package io.thaw.cli;

import io.thaw.cli.bench.BenchReport;
import io.thaw.cli.bench.Benchmark;
import io.thaw.cli.bench.ChildFailedException;
import io.thaw.job.BadJobException;
import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import io.thaw.job.OptimizerKind;
import io.thaw.job.RateSchedule;
import io.thaw.job.TrainingSettings;
import io.thaw.worker.WorkerCommand;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thaw bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures Thaw beside plain DJL on this machine.",
      "Fine-tunes the model on the pictures three times, each time in a process of its own: with"
          + " plain DJL, which runs the whole network in every epoch; with Thaw and an empty"
          + " feature cache; with Thaw and the cache that this filled. Pictures, split, batches,"
          + " first weights and learning rate, here a constant one, are the same. Nothing is kept,"
          + " and your own cache is neither used nor changed."
    },
    footer = {
      "",
      "Example: thaw bench --model frost-64 --data my-pictures --freeze all --epochs 10",
      "The machine should have nothing else to do meanwhile."
    })
final class BenchCommand implements Callable<Integer> {
  private static final int PLAIN_EPOCHS = 2;

  private final Surroundings surroundings;
  private final CancelToken cancel;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "M",
      description = "An id from 'thaw models' or a model folder.")
  private String model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "A folder of pictures, as for 'thaw train'.")
  private String data;

  @Option(
      names = "--freeze",
      paramLabel = "SPEC",
      description = "Layers that stay as they are, as for 'thaw train' (default all).")
  private String freeze = "all";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training pictures (default 10).")
  private int epochs = TrainingSettings.DEFAULT.epochs();

  @Option(names = "--batch", paramLabel = "B", description = "Pictures per step (default 32).")
  private int batch = TrainingSettings.DEFAULT.batch();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the split and the new weights (default 1).")
  private long seed = 1;

  @Option(
      names = "--plain-epochs",
      paramLabel = "P",
      description = {
        "Epochs to run with plain DJL (default 2, or N if that is less); those",
        "not run are taken to last as long as the mean of those after the first."
      })
  private Integer plainEpochs;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  BenchCommand(Surroundings surroundings, CancelToken cancel) {
    this.surroundings = surroundings;
    this.cancel = cancel;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    JobSpec spec = spec().requireValid();
    int ofPlain = plainEpochs != null ? plainEpochs : Math.min(epochs, PLAIN_EPOCHS);
    if (ofPlain < 1) {
      throw new BadJobException("Plain DJL must run at least 1 epoch; it is " + ofPlain + ".");
    }
    Benchmark benchmark =
        new Benchmark(
            WorkerCommand.ofThisProgram(List.of()),
            surroundings.folders().pictures(),
            Version.TEXT,
            cancel,
            this::progress);
    try {
      print(benchmark.run(spec, ofPlain));
      return ExitCode.DONE;
    } catch (ChildFailedException e) {
      surroundings.err().println(e.getMessage());
      return switch (e.reason()) {
        case BAD_INPUT -> ExitCode.BAD_INPUT;
        case FAILED -> ExitCode.FAILED;
        case CANCELLED -> ExitCode.CANCELLED;
      };
    }
  }

  /** Defaults all, but for a rate that plain DJL can take over: one that does not change. */
  private JobSpec spec() {
    TrainingSettings defaults = TrainingSettings.DEFAULT;
    return JobSpec.of(model, data)
        .withFreeze(freeze)
        .withSeed(seed)
        .withTraining(
            new TrainingSettings(
                epochs,
                batch,
                defaults.learningRate(),
                OptimizerKind.SGD,
                defaults.momentum(),
                defaults.weightDecay(),
                RateSchedule.CONSTANT,
                defaults.augmentation(),
                defaults.views()));
  }

  private void progress(String what) {
    if (surroundings.terminal() && !json) {
      surroundings.out().println("Measuring " + what + " …");
    }
  }

  private void print(BenchReport report) throws IOException {
    if (json) {
      surroundings
          .out()
          .println(JsonFiles.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      new BenchText(report).print(surroundings.out());
    }
  }
}
