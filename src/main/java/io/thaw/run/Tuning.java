package io.thaw.run;

import io.thaw.dataset.ClassCounts;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.SplitPlan;
import io.thaw.engine.EngineSession;
import io.thaw.engine.FrozenRunners;
import io.thaw.engine.MxTail;
import io.thaw.engine.Objective;
import io.thaw.engine.OptimizerSettings;
import io.thaw.engine.Tensor;
import io.thaw.engine.TrainableTail;
import io.thaw.job.BadJobException;
import io.thaw.job.ClassBalance;
import io.thaw.job.JobEvent;
import io.thaw.job.OptimizerKind;
import io.thaw.job.Phase;
import io.thaw.job.Report;
import io.thaw.job.TrainingSettings;
import io.thaw.tuning.AutomaticRate;
import io.thaw.tuning.Intake;
import io.thaw.tuning.Keeper;
import io.thaw.tuning.LayerMovement;
import io.thaw.tuning.Prefix;
import io.thaw.tuning.Samples;
import io.thaw.tuning.TuningLoop;
import io.thaw.tuning.Validation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The stage that learns: frozen prefix over the pictures once, then epochs over the tail. */
final class Tuning {
  private final PreparedJob job;
  private final RunContext context;
  private final ResultWriter result;
  private final FeatureStore features;
  private final StartingPoint start;
  private final double checkpointSeconds;

  /**
   * A stage.
   *
   * @param checkpointSeconds see {@link CheckpointKeeper}
   */
  Tuning(
      PreparedJob job,
      FeatureStore features,
      StartingPoint start,
      double checkpointSeconds,
      RunContext context) {
    this.features = features;
    this.start = start;
    this.checkpointSeconds = checkpointSeconds;
    this.job = job;
    this.context = context;
    this.result = new ResultWriter(job, context);
  }

  JobEvent.Terminal run() throws IOException {
    try (EngineSession session = EngineSession.open(job.spec().seed());
        Prefix prefix = prefix(session);
        Intake intake = intake();
        Teaching teaching = teaching(session)) {
      context.events().accept(new JobEvent.PhaseStarted(Phase.PREFIX));
      try (Intake.Sets sets = takeIn(intake, prefix, teaching)) {
        if (context.cancel().isCancelled()) {
          return context.cancelled(false);
        }
        start.check(sets);
        announce(intake.summary());
        requireEveryClass(sets.train());
        recommendBalance(counts(sets.train()));
        return train(session, prefix, intake, teaching, sets);
      }
    }
  }

  private Prefix prefix(EngineSession session) {
    return new Prefix(
        job.split().boundary(),
        (pictures, count) ->
            FrozenRunners.open(
                session,
                job.split().prefix(),
                job.parameters(),
                job.model().input().shape(),
                job.split().boundary(),
                pictures,
                count),
        context::notice);
  }

  private Intake intake() {
    TrainingSettings settings = job.spec().training();
    return new Intake(
        job.model().input(),
        settings.augmentation().changes(),
        settings.keptViews(job.split().hasPrefix()),
        context.events(),
        context.cancel());
  }

  /** Null without a teacher. */
  private Teaching teaching(EngineSession session) {
    return job.teacher()
        .map(teacher -> new Teaching(job, teacher, features, session, context))
        .orElse(null);
  }

  private Intake.Sets takeIn(Intake intake, Prefix prefix, Teaching teaching) {
    SplitPlan pictures = job.pictures();
    if (teaching == null) {
      return takeIn(intake, prefix, pictures.train(), pictures.validation());
    }
    Samples outputs = teaching.outputs(memory());
    return takeIn(intake, prefix, outputs.images(), pictures.validation()).taughtBy(outputs);
  }

  private Intake.Sets takeIn(
      Intake intake, Prefix prefix, List<LabeledImage> train, List<LabeledImage> validation) {
    return job.split().hasPrefix()
        ? intake.features(train, validation, prefix, features.shelf(job), memory(), job.index())
        : pictures(intake, train, validation);
  }

  private Intake.Sets pictures(
      Intake intake, List<LabeledImage> train, List<LabeledImage> validation) {
    Intake.Sets sets = intake.pictures(train, validation, context.files().folder());
    TrainingSettings settings = job.spec().training();
    return settings.firstSize() == 0
        ? sets
        : intake.startingSmall(sets, settings.firstSize(), settings.lastSmallEpoch());
  }

  /** A quarter of the heap: batches, decoded pictures and the model itself need the rest. */
  private static long memory() {
    return Runtime.getRuntime().maxMemory() / 4;
  }

  private void announce(Report.Features summary) {
    context
        .events()
        .accept(
            new JobEvent.FeaturesReady(
                summary.engine(),
                summary.views(),
                summary.fromCache(),
                summary.computed(),
                summary.notKept()));
    if (summary.notKept() > 0) {
      context.notice(
          "There is no room for the features of %,d of %,d pictures and views, so they are computed again each epoch."
              .formatted(summary.notKept(), summary.fromCache() + summary.computed()));
    }
  }

  /** Unreadable pictures may have left a class with nothing to learn from. */
  private void requireEveryClass(Samples train) {
    BitSet seen = new BitSet();
    for (int i = 0; i < train.count(); i++) {
      seen.set(train.label(i));
    }
    int missing = seen.nextClearBit(0);
    if (missing < job.scan().classes().size()) {
      throw new BadJobException(
          "None of the training pictures of class '"
              + job.scan().classes().get(missing)
              + "' could be read.");
    }
  }

  private ClassCounts counts(Samples train) {
    return ClassCounts.of(
        job.scan().classes(), IntStream.range(0, train.count()).map(train::label));
  }

  private void recommendBalance(ClassCounts counts) {
    if (counts.imbalanced() && job.spec().training().balance() == ClassBalance.NONE) {
      context.notice(
          "The training pictures are %s, so that the smaller class may be missed more often; a weighted loss (Class balance in the window, --balance loss) makes all classes count the same."
              .formatted(counts.extremes()));
    }
  }

  private JobEvent.Terminal train(
      EngineSession session, Prefix prefix, Intake intake, Teaching teaching, Intake.Sets sets)
      throws IOException {
    if (sets.validation().count() == 0) {
      throw new BadJobException("None of the pictures held back for validation could be read.");
    }
    context.keepEvents();
    context.events().accept(new JobEvent.PhaseStarted(Phase.TRAIN));
    double before = context.seconds();
    CheckpointKeeper keeper = keeper(intake, sets, before);
    try (TrainableTail tail =
        new MxTail(
            session, job.split(), job.parameters(), optimizer(), objective(teaching, sets))) {
      TuningLoop loop = loop(tail, sets, keeper);
      TuningLoop.Outcome outcome = start.enter(context).map(loop::resume).orElseGet(loop::run);
      FinalTest test = new FinalTest(job, features, memory() / 2, context);
      Optional<Validation> tested =
          outcome.cancelled() ? Optional.empty() : test(test, tail, prefix);
      Map<String, Tensor> parameters = new LinkedHashMap<>(job.parameters());
      parameters.putAll(prefix.parameters());
      parameters.putAll(tail.parameters());
      JobEvent.Terminal end =
          result.finish(
              new Learned(
                  outcome,
                  parameters,
                  intake,
                  tested,
                  problems(intake, teaching, test),
                  context.seconds() - before,
                  sets.train().count(),
                  sets.validation().count()));
      if (end instanceof JobEvent.Completed) {
        keeper.remove();
      }
      return end;
    }
  }

  private Objective objective(Teaching teaching, Intake.Sets sets) {
    TrainingSettings settings = job.spec().training();
    double smoothing = settings.labelSmoothing();
    Objective plain =
        teaching == null ? new Objective(smoothing, 0, 0, 1) : teaching.objective(smoothing);
    return settings.balance() == ClassBalance.WEIGHTED_LOSS
        ? plain.withClassWeights(counts(sets.train()).weights())
        : plain;
  }

  private Optional<Validation> test(FinalTest test, TrainableTail tail, Prefix prefix) {
    try (Intake intake = intake()) {
      return test.run(tail, prefix, intake);
    }
  }

  private static List<ImageProblem> problems(Intake intake, Teaching teaching, FinalTest test) {
    List<ImageProblem> problems = new ArrayList<>(intake.problems());
    problems.addAll(test.problems());
    if (teaching != null) {
      problems.addAll(teaching.problems());
    }
    return problems;
  }

  private CheckpointKeeper keeper(Intake intake, Intake.Sets sets, double before) {
    return new CheckpointKeeper(
        context,
        result,
        checkpointSeconds,
        () -> RunFingerprint.of(job, sets),
        () -> context.history(intake, context.seconds() - before));
  }

  private TuningLoop loop(TrainableTail tail, Intake.Sets sets, Keeper keeper) {
    return new TuningLoop(
        tail,
        sets.train(),
        sets.validation(),
        job.scan().classes(),
        AutomaticRate.in(job.spec().training(), sets.train(), learning()),
        job.spec().seed(),
        context.events(),
        context.cancel(),
        sets.smallStart(),
        new LayerMovement(job.split(), job.parameters()),
        keeper);
  }

  private AutomaticRate.Learning learning() {
    if (headOnly()) {
      return AutomaticRate.Learning.HEAD;
    }
    return job.split().normalises()
        ? AutomaticRate.Learning.NORMALISED
        : AutomaticRate.Learning.UNNORMALISED;
  }

  private boolean headOnly() {
    return job.split().tailParameters().equals(job.split().headParameters())
        && job.split().boundary().equals(job.split().features());
  }

  private OptimizerSettings optimizer() {
    TrainingSettings settings = job.spec().training();
    return new OptimizerSettings(
        settings.optimizer() == OptimizerKind.ADAM,
        settings.momentum(),
        settings.weightDecay(),
        job.plan().ofParameters(job.split()));
  }
}
