package io.thaw.cli;

import io.thaw.job.BadJobException;
import io.thaw.job.CancelToken;
import io.thaw.job.Initialisation;
import io.thaw.job.JobSpec;
import io.thaw.network.BatchNormRule;
import io.thaw.network.LayerRates;
import io.thaw.run.TrainingRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code thaw train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Fine-tunes a model on a folder of pictures.",
    footer = {
      "",
      "Example: thaw train --model frost-64 --data my-pictures --freeze all --epochs 10",
      "my-pictures holds a folder per class, or train/ and val/ with a folder per class in each.",
      "Example: thaw train --resume my-run"
    })
final class TrainCommand implements Callable<Integer> {
  /** What leaves the job as it is. */
  private static final Set<String> BESIDE_RESUME =
      Set.of("--resume", "--events", "--checkpoint-every");

  private final Surroundings surroundings;
  private final CancelToken cancel;

  @Spec private CommandSpec command;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "An id from 'thaw models' or a model folder.")
  private String model;

  @Option(
      names = "--data",
      paramLabel = "PICTURES",
      description = {
        "A folder with a folder of pictures per class, or with train/, val/ and perhaps test/ and",
        "these in them; or a table (.csv, .tsv) of files and classes; or a .zip of any of these."
      })
  private String data;

  @Option(
      names = "--freeze",
      paramLabel = "SPEC",
      description = {
        "Layers that stay as they are: all (default: all but the new head), none, until:LAYER,",
        "layers:A,B,... with names as 'thaw inspect' prints them."
      })
  private String freeze;

  @Option(
      names = "--rates",
      paramLabel = "NAME=X,...",
      description = {
        "What the learning rate is multiplied by in some layers or groups, such as",
        "stage4=0.1,stage4/block1=0.01,stem_conv=0; 0 freezes, the closest name counts, and the",
        "new head always learns at 1."
      })
  private String rates;

  @Mixin private TableOptions table;

  @Mixin private TrainingOptions training;

  @Option(
      names = "--val",
      paramLabel = "FRACTION",
      description = "Share of the pictures to check with (default 0.2).")
  private Double validation;

  @Option(
      names = "--test",
      paramLabel = "FRACTION",
      description = {
        "Share of the pictures kept for a test at the end, beside those to check with (default 0)."
      })
  private Double test;

  @Mixin private EditsOptions edits;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same result (default 1).")
  private Long seed;

  @Option(
      names = "--init",
      paramLabel = "pretrained|random",
      description = "Start from the model's weights (default) or from random ones.")
  private Initialisation init;

  @Option(
      names = "--batch-norm",
      paramLabel = "RULE",
      description = {
        "Running statistics: follow_layer (default), keep_statistics, adapt_statistics."
      })
  private BatchNormRule batchNorm;

  @Option(
      names = "--out",
      paramLabel = "RUNDIR",
      description = "Run folder to make (default: a new one among your runs).")
  private String out;

  @Option(
      names = "--no-cache",
      description = "Neither use what earlier runs computed of the pictures nor keep it.")
  private boolean noCache;

  @Option(
      names = "--job",
      paramLabel = "FILE.json",
      description = "Read the job from a file; options given here win.")
  private Path job;

  @Option(
      names = "--resume",
      paramLabel = "RUNDIR",
      description = {
        "Go on with a run that was killed, stopped or failed, to the result that it would have had;",
        "no option that changes the job may stand beside it."
      })
  private Path resume;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "SECONDS",
      description = {
        "How much a killed run may lose before --resume (default 60); at the end of an epoch half",
        "of it."
      })
  private double checkpointSeconds = TrainingRun.CHECKPOINT_SECONDS;

  @Option(
      names = "--events",
      description = {
        "Print one JSON object a line instead of progress. A line {\"command\":\"stop\"} on",
        "standard input, or its end, stops the run after the batch."
      })
  private boolean events;

  TrainCommand(Surroundings surroundings, CancelToken cancel) {
    this.surroundings = surroundings;
    this.cancel = cancel;
  }

  @Override
  public Integer call() {
    TrainingRun run =
        new TrainingRun(surroundings.catalogue(), surroundings.folders(), Version.TEXT)
            .withTrials(new SpeedTrial(), System.getenv())
            .withCheckpointsEvery(RunDisplay.requireSeconds(command, checkpointSeconds));
    RunDisplay display = new RunDisplay(surroundings, cancel, events);
    if (resume == null) {
      return ExitCode.of(display.begin(run, spec()));
    }
    RunDisplay.requireNothingBesideResume(command, BESIDE_RESUME);
    return ExitCode.of(display.resume(run, resume));
  }

  private JobSpec spec() {
    JobSpec spec =
        job == null
            ? JobSpec.of(required("--model", model), required("--data", data))
            : JobSpec.read(job);
    EditsOptions.Decided decided = edits.over(spec.edits());
    return new JobSpec(
        JobSpec.VERSION,
        or(model, spec.model()),
        or(data, spec.data()),
        or(freeze, spec.freeze()),
        or(batchNorm, spec.batchNorm()),
        or(init, spec.init()),
        training.over(spec.training()),
        or(validation, spec.validation()),
        or(seed, spec.seed()),
        spec.cache() && !noCache,
        or(out, spec.out()),
        spec.teacher(),
        spec.publish(),
        rates == null ? spec.rates() : rates(rates),
        or(test, spec.test()),
        table.over(spec.tableColumns().under(decided.columns())),
        decided.edits());
  }

  private static Map<String, Double> rates(String text) {
    try {
      return LayerRates.parse(text).multipliers();
    } catch (IllegalArgumentException e) {
      throw new BadJobException(e.getMessage(), e);
    }
  }

  private String required(String option, String value) {
    if (value == null) {
      throw new ParameterException(
          command.commandLine(), "Missing " + option + " (or a --job file that names it).");
    }
    return value;
  }

  private static <T> T or(T option, T otherwise) {
    return option != null ? option : otherwise;
  }
}
