package io.thaw.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.AugmentationKind;
import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import io.thaw.job.TrainingSettings;
import io.thaw.ui.app.Scripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunProjectionTest {
  private static final Path RUN = Path.of("/runs/one");

  private final RunModel model = new RunModel();
  private RunProjection projection;

  @BeforeEach
  void start() {
    model.reset("flowers");
    projection = new RunProjection(model, TrainingSettings.DEFAULT);
    model.status().set(RunStatus.RUNNING);
  }

  @Test
  void everyBatchAndEpochBecomesAPoint() {
    projection.apply(Scripts.beginning(RUN));
    projection.apply(Scripts.epochs(1, 4, 10));

    assertThat(model.loss().training().size()).isEqualTo(100);
    assertThat(model.accuracy().training().size()).isEqualTo(100);
    assertThat(model.loss().validation().size()).isEqualTo(4);
    assertThat(model.accuracy().validation().x(3)).isEqualTo(4);
    assertThat(model.loss().training().x(99)).as("the end of epoch 4").isEqualTo(4);
    assertThat(model.loss().epochs()).isEqualTo(10);
  }

  @Test
  void howFarLayersMovedChangesNoFigure() {
    projection.apply(Scripts.beginning(RUN));
    projection.apply(Scripts.epochs(1, 4, 10));
    int lines = model.lines().size();

    projection.apply(List.of(new JobEvent.LayersMoved(4, Map.of("stem", 0.1, "head", 9.0))));

    assertThat(model.phase().get()).isEqualTo("Training, epoch 4 of 10");
    assertThat(model.lines()).hasSize(lines);
    assertThat(model.loss().validation().size()).isEqualTo(4);
  }

  @Test
  void figuresAndProgressFollow() {
    projection.apply(Scripts.beginning(RUN));
    projection.apply(Scripts.epochs(1, 4, 10));

    assertThat(model.phase().get()).isEqualTo("Training, epoch 4 of 10");
    assertThat(model.progress().get()).isEqualTo(0.4);
    assertThat(model.rate().get()).isEqualTo("413 images/s");
    assertThat(model.left().get()).isEqualTo("1 min 00 s left");
    assertThat(model.figures().epoch().get()).isEqualTo("4 of 10");
    assertThat(model.figures().best().get()).endsWith("epoch 4");
    assertThat(model.figures().frozen().get()).isEqualTo("9,876,543");
    assertThat(model.figures().pictures().get()).isEqualTo("800 + 200");
    assertThat(model.folder().get()).isEqualTo(RUN);
    assertThat(model.problems().get()).isEqualTo(1);
  }

  @Test
  void aPhaseWithoutFiguresShowsUnknownProgress() {
    projection.apply(
        List.of(
            new JobEvent.PhaseStarted(Phase.PREFIX),
            new JobEvent.Progress(Phase.PREFIX, 20, 80, 0, -1)));
    assertThat(model.progress().get()).isEqualTo(0.25);
    assertThat(model.rate().get()).isEmpty();

    projection.apply(List.of(new JobEvent.PhaseStarted(Phase.TRAIN)));
    assertThat(model.progress().get()).isNegative();
    assertThat(model.phase().get()).isEqualTo("Training");
  }

  @Test
  void noticesAndProblemsAreListedNewestFirst() {
    projection.apply(
        List.of(
            new JobEvent.Notice("The engine is being unpacked."),
            new JobEvent.ProblemFound("a/b.jpg", "it is empty", "empty")));

    assertThat(model.lines())
        .containsExactly(
            new EventLine(EventLine.Kind.PROBLEM, "a/b.jpg: it is empty"),
            new EventLine(EventLine.Kind.NOTICE, "The engine is being unpacked."));
  }

  @Test
  void aStoppedRunSaysWhatWasKept() {
    projection.apply(List.of(new JobEvent.Cancelled(RUN.toString(), true, 3)));

    assertThat(model.status().get()).isEqualTo(RunStatus.CANCELLED);
    assertThat(model.outcome().get().sentence()).contains("was kept");
    assertThat(model.outcome().get().hasResult()).isTrue();
    assertThat(model.folder().get()).isEqualTo(RUN);
  }

  @Test
  void aRunStoppedTooEarlyKeptNothing() {
    projection.apply(List.of(new JobEvent.Cancelled(RUN.toString(), false, 3)));

    assertThat(model.outcome().get().sentence()).contains("no model was kept");
    assertThat(model.outcome().get().hasResult()).isFalse();
  }

  @Test
  void aCrashKeepsItsSentenceAndItsDetailApart() {
    projection.apply(
        List.of(new JobEvent.Crashed(137, "It ran out of memory.", List.of("java", "Killed"))));

    assertThat(model.status().get()).isEqualTo(RunStatus.CRASHED);
    assertThat(model.outcome().get().sentence()).isEqualTo("It ran out of memory.");
    assertThat(model.outcome().get().detail()).isEqualTo("Exit code 137\njava\nKilled");
  }

  @Test
  void nothingAfterTheEndCounts() {
    projection.apply(
        List.of(
            new JobEvent.Failed(true, "There are no pictures.", "empty"),
            new JobEvent.Notice("too late")));

    assertThat(model.status().get()).isEqualTo(RunStatus.FAILED);
    assertThat(model.lines()).isEmpty();
  }

  @Test
  void whereFeaturesCameFromIsAFigureAndALine() {
    assertThat(model.figures().features().get()).isEmpty();
    projection.apply(List.of(new JobEvent.FeaturesReady("ONNX Runtime", 0, 880, 120, 0)));

    String sentence = "1,000 pictures: 880 known from earlier runs, 120 computed by ONNX Runtime";
    assertThat(model.figures().features().get()).isEqualTo(sentence);
    assertThat(model.figures().featuresNote().get()).isEmpty();
    assertThat(model.lines()).containsExactly(new EventLine(EventLine.Kind.STEP, sentence));

    model.reset("again");
    assertThat(model.figures().features().get()).isEmpty();
  }

  @Test
  void whatEveryEpochComputesAgainIsNoted() {
    projection.apply(List.of(new JobEvent.FeaturesReady("ONNX Runtime", 0, 880, 120, 40)));

    assertThat(model.figures().featuresNote().get()).contains("No room to keep 40 of them");
  }

  @Test
  void freshViewsAreNoted() {
    TrainingSettings fresh = TrainingSettings.DEFAULT.withAugmentation(AugmentationKind.LIGHT, 0);
    new RunProjection(model, fresh)
        .apply(List.of(new JobEvent.FeaturesReady("ONNX Runtime", 0, 200, 0, 0)));

    assertThat(model.figures().features().get())
        .isEqualTo("200 held-back pictures, all known from earlier runs");
    assertThat(model.figures().featuresNote().get()).startsWith("Fresh views");
  }

  @Test
  void aResumedRunDrawsItsLaterEpochsOnce() {
    projection.apply(Scripts.beginning(RUN));
    projection.apply(Scripts.epochs(1, 4, 10));
    projection.apply(List.of(new JobEvent.Cancelled(RUN.toString(), true, 3)));

    projection.apply(Scripts.beginning(RUN));
    projection.apply(List.of(new JobEvent.Resumed(2, 55)));
    assertThat(model.loss().training().size()).isEqualTo(55);
    assertThat(model.accuracy().validation().size()).isEqualTo(2);
    projection.apply(Scripts.epochs(3, 4, 10));

    assertThat(model.loss().training().size()).isEqualTo(100);
    assertThat(model.loss().validation().size()).isEqualTo(4);
    for (int i = 1; i < 100; i++) {
      assertThat(model.loss().training().x(i)).isGreaterThan(model.loss().training().x(i - 1));
    }
    assertThat(model.lines())
        .extracting(EventLine::text)
        .contains("Resumed after epoch 2, step 55");
  }
}
