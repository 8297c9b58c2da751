package io.thaw.ui.training;

import io.thaw.job.AugmentationKind;
import io.thaw.job.EpochRecord;
import io.thaw.job.JobEvent;
import io.thaw.job.JobState;
import io.thaw.job.Phase;
import io.thaw.job.TrainingSettings;
import io.thaw.ui.common.FeatureText;
import io.thaw.ui.common.Figures;
import io.thaw.ui.training.EventLine.Kind;
import io.thaw.ui.training.chart.ChartModel;
import io.thaw.ui.training.chart.Series;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Shows one run's events in a {@link RunModel}. */
final class RunProjection {
  private final RunModel model;
  private final JobState state = new JobState();
  private final TrainingSettings settings;
  private final int epochs;

  /**
   * A projection for a new run.
   *
   * @param settings that the run was asked for
   */
  RunProjection(RunModel model, TrainingSettings settings) {
    this.model = model;
    this.settings = settings;
    this.epochs = settings.epochs();
    model.loss().setEpochs(epochs);
    model.accuracy().setEpochs(epochs);
  }

  /** Takes events in, then brings the model up to date once. */
  void apply(List<JobEvent> events) {
    for (JobEvent event : events) {
      if (state.end().isEmpty() || event instanceof JobEvent.Started) {
        state.apply(event);
        take(event);
      }
    }
    showProgress();
    showFigures();
    model.loss().changed();
    model.accuracy().changed();
    state.end().ifPresent(this::showEnd);
  }

  private void take(JobEvent event) {
    if (event instanceof JobEvent.Started it) {
      model.folder().set(Path.of(it.run()));
    } else if (event instanceof JobEvent.PhaseStarted it) {
      line(Kind.STEP, it.phase().title());
    } else if (event instanceof JobEvent.DataReady it) {
      line(Kind.STEP, pictures(it));
    } else if (event instanceof JobEvent.PlanReady it) {
      line(Kind.STEP, plan(it));
    } else if (event instanceof JobEvent.FeaturesReady it) {
      takeFeatures(it);
    } else if (event instanceof JobEvent.Notice it) {
      line(Kind.NOTICE, it.message());
    } else if (event instanceof JobEvent.ProblemFound it) {
      line(Kind.PROBLEM, it.file() + ": " + it.reason());
    } else if (event instanceof JobEvent.Resumed it) {
      goBack(it);
    } else if (event instanceof JobEvent.BatchDone it) {
      double x = (double) epochs * it.step() / Math.max(1, it.steps());
      add(model.loss().training(), x, it.loss());
      add(model.accuracy().training(), x, it.accuracy());
    } else if (event instanceof JobEvent.LayersMoved it) {
      model.moved().set(it.change());
    } else if (event instanceof JobEvent.EpochDone it) {
      add(model.loss().validation(), it.record().epoch(), it.record().valLoss());
      add(model.accuracy().validation(), it.record().epoch(), it.record().valAccuracy());
    }
  }

  private void goBack(JobEvent.Resumed it) {
    line(Kind.STEP, "Resumed after epoch " + it.epoch() + ", step " + it.step());
    List<JobEvent.BatchDone> left = state.batches();
    double steps = left.isEmpty() ? 0 : left.get(left.size() - 1).steps();
    double from = steps == 0 ? 0 : Math.nextUp(epochs * it.step() / steps);
    for (ChartModel chart : List.of(model.loss(), model.accuracy())) {
      chart.training().clearFrom(from);
      chart.validation().clearFrom(it.epoch() + 1);
    }
  }

  /** A run that was resumed may tell a step or an epoch again: the later word counts. */
  private static void add(Series series, double x, double y) {
    series.clearFrom(x);
    series.add(x, y);
  }

  private void takeFeatures(JobEvent.FeaturesReady it) {
    boolean fresh =
        settings.augmentation() != AugmentationKind.NONE
            && settings.keptViews(it.engine() != null) == 0;
    FeatureText text = FeatureText.of(it, fresh);
    line(Kind.STEP, text.origin());
    model.figures().features().set(text.origin());
    model.figures().featuresNote().set(text.note());
  }

  private void line(Kind kind, String text) {
    model.lines().add(0, new EventLine(kind, text));
  }

  private static String pictures(JobEvent.DataReady it) {
    return String.format(
        Locale.ROOT,
        "%,d classes: %,d pictures to learn from, %,d held back",
        it.classes().size(),
        it.trainImages(),
        it.valImages());
  }

  private static String plan(JobEvent.PlanReady it) {
    String cut =
        it.boundaryLayer() == null ? "" : "; computed once up to layer " + it.boundaryLayer();
    return String.format(
        Locale.ROOT,
        "%,d layers frozen, %,d learn%s",
        it.frozenLayers(),
        it.trainableLayers(),
        cut);
  }

  private void showProgress() {
    model.problems().set(state.problems().size());
    model.phase().set(state.phase().title());
    if (state.phase() == Phase.TRAIN && !state.batches().isEmpty()) {
      JobEvent.BatchDone last = state.batches().get(state.batches().size() - 1);
      model.phase().set("Training, epoch " + last.epoch() + " of " + epochs);
      show(last.step(), last.steps(), last.imagesPerSecond(), last.secondsLeft());
    } else if (state.progress().isPresent()) {
      JobEvent.Progress last = state.progress().get();
      show(last.done(), last.total(), last.imagesPerSecond(), last.secondsLeft());
    } else {
      show(0, 0, 0, -1);
    }
  }

  private void show(long done, long total, double imagesPerSecond, double secondsLeft) {
    model.progress().set(total > 0 ? Math.min(1, (double) done / total) : -1);
    model.rate().set(imagesPerSecond > 0 ? rate(imagesPerSecond) : "");
    model.left().set(Figures.left(secondsLeft));
  }

  private static String rate(double imagesPerSecond) {
    return String.format(
        Locale.ROOT, imagesPerSecond < 10 ? "%.1f images/s" : "%,.0f images/s", imagesPerSecond);
  }

  private void showFigures() {
    RunFigures figures = model.figures();
    state
        .data()
        .ifPresent(
            it ->
                figures
                    .pictures()
                    .set(Figures.count(it.trainImages()) + " + " + Figures.count(it.valImages())));
    state
        .plan()
        .ifPresent(
            it -> {
              figures.frozen().set(Figures.count(it.frozenValues()));
              figures.trainable().set(Figures.count(it.trainableParameters()));
            });
    if (!state.batches().isEmpty()) {
      JobEvent.BatchDone last = state.batches().get(state.batches().size() - 1);
      figures.epoch().set(last.epoch() + " of " + epochs);
      figures.learningRate().set(Figures.rate(last.learningRate()));
      figures.trainingLoss().set(Figures.loss(last.loss()));
      figures.trainingAccuracy().set(Figures.percent(last.accuracy()));
    }
    state.epochs().stream()
        .max(Comparator.comparingDouble(EpochRecord::valAccuracy))
        .ifPresent(this::showValidation);
  }

  private void showValidation(EpochRecord best) {
    EpochRecord last = state.epochs().get(state.epochs().size() - 1);
    RunFigures figures = model.figures();
    figures.validationLoss().set(Figures.loss(last.valLoss()));
    figures.validationAccuracy().set(Figures.percent(last.valAccuracy()));
    figures.best().set(Figures.percent(best.valAccuracy()) + ", epoch " + best.epoch());
  }

  private void showEnd(JobEvent.Terminal end) {
    Outcome outcome = Outcome.of(end);
    model.rate().set("");
    model.left().set("");
    model.progress().set(outcome.status() == RunStatus.COMPLETED ? 1 : 0);
    model.phase().set(outcome.title());
    if (end instanceof JobEvent.Completed it) {
      model.folder().set(Path.of(it.run()));
    } else if (end instanceof JobEvent.Cancelled it) {
      model.folder().set(Path.of(it.run()));
    }
    model.outcome().set(outcome);
    model.status().set(outcome.status());
  }
}
