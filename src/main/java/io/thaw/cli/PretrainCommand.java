package io.thaw.cli;

import io.thaw.catalogue.BuiltInArchitecture;
import io.thaw.job.AugmentationKind;
import io.thaw.job.BadJobException;
import io.thaw.job.CancelToken;
import io.thaw.job.ClassBalance;
import io.thaw.job.Initialisation;
import io.thaw.job.JobSpec;
import io.thaw.job.OptimizerKind;
import io.thaw.job.RateSchedule;
import io.thaw.job.Teacher;
import io.thaw.job.TrainingSettings;
import io.thaw.run.TrainingRun;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code thaw pretrain}. */
@Command(
    name = "pretrain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Trains a network of Thaw's own from random weights on a folder of pictures.",
    footer = {
      "",
      "Example: thaw pretrain --arch frost-broad --data my-pictures --out my-backbone",
      "my-backbone can then be given to --model; my-backbone/run keeps the report."
    })
final class PretrainCommand implements Callable<Integer> {
  private static final double MOMENTUM = 0.9;

  /** The run's folder in the model's. */
  private static final String RUN = "run";

  private static final Set<String> BESIDE_RESUME =
      Set.of("--resume", "--out", "--events", "--checkpoint-every");

  private final Surroundings surroundings;
  private final CancelToken cancel;

  @Spec private CommandSpec command;

  @Option(
      names = "--arch",
      paramLabel = "NAME",
      description = "frost-small, frost-deep, frost-wide or frost-broad.")
  private String architecture;

  @Option(names = "--data", paramLabel = "DIR", description = "A folder of pictures.")
  private String data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "MODELDIR",
      description = "Model folder to make; the run's own files go into its folder run.")
  private String out;

  @Option(
      names = "--size",
      defaultValue = "64",
      paramLabel = "PIXELS",
      description = "Side of the pictures, 48 to 224 (default ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--first-size",
      defaultValue = "0",
      paramLabel = "PIXELS",
      description = {
        "Side of the pictures in the first three fifths of the epochs, more than half of --size;",
        "smaller is faster (default: all epochs have the same)."
      })
  private int firstSize;

  @Option(
      names = "--epochs",
      defaultValue = "20",
      paramLabel = "N",
      description = "Passes over the training pictures (default ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      defaultValue = "128",
      paramLabel = "N",
      description = "Pictures per step (default ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--lr",
      defaultValue = "0.15",
      paramLabel = "X",
      description = "Largest learning rate (default ${DEFAULT-VALUE}).")
  private double learningRate;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "The same seed gives the same result (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--augment",
      defaultValue = "crops",
      paramLabel = "KIND",
      description = "Random changes to the pictures (default ${DEFAULT-VALUE}).")
  private AugmentationKind augmentation;

  @Option(
      names = "--weight-decay",
      defaultValue = "0.0005",
      paramLabel = "X",
      description = "L2 penalty on weights (default ${DEFAULT-VALUE}).")
  private double weightDecay;

  @Option(
      names = "--warm-up",
      defaultValue = "0.1",
      paramLabel = "SHARE",
      description = "Share of the run in which the rate rises (default ${DEFAULT-VALUE}).")
  private double warmUp;

  @Option(
      names = "--label-smoothing",
      defaultValue = "0.1",
      paramLabel = "SHARE",
      description = "Share of the target spread over all classes (default ${DEFAULT-VALUE}).")
  private double labelSmoothing;

  @Option(
      names = "--balance",
      paramLabel = "none|loss|sampling",
      converter = BalanceWord.class,
      defaultValue = "none",
      description = {
        "For classes of different size: loss gives the pictures of small classes more weight,",
        "sampling shows each class equally often (default ${DEFAULT-VALUE})."
      })
  private ClassBalance balance;

  @Option(
      names = "--val",
      defaultValue = "0.1",
      paramLabel = "FRACTION",
      description = {
        "Share of the pictures to check with (default ${DEFAULT-VALUE}); a folder with train/ and",
        "val/ has its own."
      })
  private double validation;

  @ArgGroup(exclusive = false)
  private Teaching teaching;

  /** What only means something with a teacher. */
  static final class Teaching {
    @Option(
        names = "--teacher",
        required = true,
        paramLabel = "M",
        description = {
          "A trained model, of any classes, whose outputs on the pictures are learned as well."
        })
    private String model;

    @Option(
        names = "--teacher-size",
        defaultValue = "0",
        paramLabel = "PIXELS",
        description = {
          "Side of the pictures that it is shown (default: its own). Small pictures tell it more at",
          "a smaller size."
        })
    private int size;

    @Option(
        names = "--teacher-weight",
        defaultValue = "0.3",
        paramLabel = "SHARE",
        description = "Share of the loss that is the teacher's (default ${DEFAULT-VALUE}).")
    private double weight;

    @Option(
        names = "--temperature",
        defaultValue = "2",
        paramLabel = "X",
        description = "Softens what the teacher says (default ${DEFAULT-VALUE}).")
    private double temperature;
  }

  @Option(
      names = "--resume",
      description = {
        "Go on with the run in MODELDIR that was killed, stopped or failed, to the result that it",
        "would have had; no option that changes it may stand beside this."
      })
  private boolean resume;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "SECONDS",
      description = {
        "How much a killed run may lose before --resume (default 60); at the end of an epoch half",
        "of it."
      })
  private double checkpointSeconds = TrainingRun.CHECKPOINT_SECONDS;

  @Option(names = "--events", description = "Print one JSON object a line instead of progress.")
  private boolean events;

  PretrainCommand(Surroundings surroundings, CancelToken cancel) {
    this.surroundings = surroundings;
    this.cancel = cancel;
  }

  @Override
  public Integer call() {
    TrainingRun run =
        new TrainingRun(surroundings.catalogue(), surroundings.folders(), Version.TEXT)
            .withCheckpointsEvery(RunDisplay.requireSeconds(command, checkpointSeconds));
    RunDisplay display = new RunDisplay(surroundings, cancel, events);
    if (!resume) {
      return ExitCode.of(display.begin(run, spec()));
    }
    RunDisplay.requireNothingBesideResume(command, BESIDE_RESUME);
    return ExitCode.of(display.resume(run, path(out).resolve(RUN)));
  }

  private String required(String option, String value) {
    if (value == null) {
      throw new ParameterException(
          command.commandLine(), "Missing " + option + " (only --resume does without).");
    }
    return value;
  }

  private JobSpec spec() {
    Path folder = path(out);
    return JobSpec.of(
            BuiltInArchitecture.of(required("--arch", architecture), size).id(),
            required("--data", data))
        .withFreeze("none")
        .withInit(Initialisation.RANDOM)
        .withSeed(seed)
        .withValidation(validation)
        .withOut(folder.resolve(RUN).toString())
        .withPublish(folder.toString())
        .withTeacher(teacher())
        .withTraining(
            new TrainingSettings(
                epochs,
                batch,
                learningRate,
                OptimizerKind.SGD,
                MOMENTUM,
                weightDecay,
                RateSchedule.COSINE,
                warmUp,
                labelSmoothing,
                firstSize,
                augmentation,
                0,
                balance));
  }

  private Teacher teacher() {
    return teaching == null
        ? null
        : new Teacher(teaching.model, teaching.size, teaching.weight, teaching.temperature);
  }

  private Path path(String name) {
    try {
      return Path.of(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new BadJobException("The model folder has a name that cannot be: " + name, e);
    }
  }
}
