package io.thaw.run;

import io.thaw.dataset.Augmentation;
import io.thaw.dataset.LabeledImage;
import io.thaw.engine.EngineSession;
import io.thaw.engine.FrozenRunner;
import io.thaw.engine.MxFrozenRunner;
import io.thaw.engine.MxTail;
import io.thaw.engine.OptimizerSettings;
import io.thaw.engine.Tensor;
import io.thaw.engine.TrainableTail;
import io.thaw.job.AugmentationKind;
import io.thaw.job.BadJobException;
import io.thaw.job.JobEvent;
import io.thaw.job.OptimizerKind;
import io.thaw.job.Phase;
import io.thaw.job.TrainingSettings;
import io.thaw.tuning.AutomaticRate;
import io.thaw.tuning.Intake;
import io.thaw.tuning.Samples;
import io.thaw.tuning.TuningLoop;
import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stage that learns: frozen prefix over the pictures once, then epochs over the tail. */
final class Tuning {
  private final PreparedJob job;
  private final RunContext context;
  private final ResultWriter result;

  Tuning(PreparedJob job, RunContext context) {
    this.job = job;
    this.context = context;
    this.result = new ResultWriter(job, context);
  }

  JobEvent.Terminal run() throws IOException {
    try (EngineSession session = EngineSession.open(job.spec().seed());
        OptionalPrefix prefix = OptionalPrefix.open(job, session)) {
      context.events().accept(new JobEvent.PhaseStarted(Phase.PREFIX));
      Intake intake =
          new Intake(
              job.model().input(),
              job.pictures().train().size() + job.pictures().validation().size(),
              context.files().folder(),
              context.events(),
              context.cancel());
      try (Samples train = samples(intake, prefix, job.pictures().train(), augmentation());
          Samples validation =
              samples(intake, prefix, job.pictures().validation(), Augmentation.NONE)) {
        if (context.cancel().isCancelled()) {
          return context.cancelled(false);
        }
        requireEveryClass(train);
        return train(session, prefix, intake, train, validation);
      }
    }
  }

  /** The frozen prefix, where there is one. */
  private record OptionalPrefix(Optional<FrozenRunner> runner) implements AutoCloseable {
    static OptionalPrefix open(PreparedJob job, EngineSession session) {
      return new OptionalPrefix(
          job.split().hasPrefix()
              ? Optional.of(
                  new MxFrozenRunner(
                      session,
                      job.split().prefix(),
                      job.parameters(),
                      job.model().input().shape(),
                      job.split().boundary()))
              : Optional.empty());
    }

    @Override
    public void close() {
      runner.ifPresent(FrozenRunner::close);
    }
  }

  private static Samples samples(
      Intake intake, OptionalPrefix prefix, List<LabeledImage> images, Augmentation augmentation) {
    return prefix
        .runner()
        .map(runner -> intake.features(images, runner))
        .orElseGet(() -> intake.pictures(images, augmentation));
  }

  private Augmentation augmentation() {
    return job.spec().training().augmentation() == AugmentationKind.NONE
        ? Augmentation.NONE
        : Augmentation.LIGHT;
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

  private JobEvent.Terminal train(
      EngineSession session,
      OptionalPrefix prefix,
      Intake intake,
      Samples train,
      Samples validation)
      throws IOException {
    if (validation.count() == 0) {
      throw new BadJobException("None of the pictures held back for validation could be read.");
    }
    context.events().accept(new JobEvent.PhaseStarted(Phase.TRAIN));
    double before = context.seconds();
    try (TrainableTail tail = new MxTail(session, job.split(), job.parameters(), optimizer())) {
      TuningLoop.Outcome outcome = loop(tail, train, validation).run();
      Map<String, Tensor> parameters = new LinkedHashMap<>(tail.parameters());
      prefix.runner().ifPresent(runner -> parameters.putAll(runner.parameters()));
      return result.finish(
          new Learned(
              outcome,
              parameters,
              intake,
              context.seconds() - before,
              train.count(),
              validation.count()));
    }
  }

  private TuningLoop loop(TrainableTail tail, Samples train, Samples validation) {
    return new TuningLoop(
        tail,
        train,
        validation,
        job.scan().classes(),
        AutomaticRate.in(job.spec().training(), train, headOnly()),
        job.spec().seed(),
        context.events(),
        context.cancel(),
        () -> result.saveNowAndThen(tail::parameters));
  }

  private boolean headOnly() {
    return job.split().tailParameters().equals(job.split().headParameters())
        && job.split().boundary().equals(job.split().features());
  }

  private OptimizerSettings optimizer() {
    TrainingSettings settings = job.spec().training();
    return new OptimizerSettings(
        settings.optimizer() == OptimizerKind.ADAM, settings.momentum(), settings.weightDecay());
  }
}
