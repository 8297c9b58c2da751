package io.thaw.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static final List<String> CLASSES = List.of("cat", "dog", "fox");

  private final ConfusionMatrix matrix =
      ConfusionMatrix.of(
          new int[] {0, 0, 0, 1, 1, 1, 1, 0}, new int[] {0, 0, 1, 1, 1, 2, 1, 0}, CLASSES);

  @Test
  void rowsAreTheTruth() {
    assertThat(matrix.counts()).isDeepEqualTo(new int[][] {{3, 1, 0}, {0, 3, 1}, {0, 0, 0}});
    assertThat(matrix.total()).isEqualTo(8);
    assertThat(matrix.accuracy()).isEqualTo(0.75);
  }

  @Test
  void scoresPerClass() {
    ConfusionMatrix uneven =
        new ConfusionMatrix(CLASSES, new int[][] {{8, 2, 0}, {4, 6, 0}, {0, 0, 0}});
    assertThat(uneven.perClass().get(0).precision()).isEqualTo(8 / 12.0);
    assertThat(uneven.perClass().get(0).recall()).isEqualTo(0.8);
    assertThat(uneven.perClass().get(0).f1()).isEqualTo(16 / 22.0, within(1e-12));
    assertThat(uneven.perClass().get(1).support()).isEqualTo(10);
    assertThat(uneven.perClass().get(2)).isEqualTo(new ClassScore("fox", 0, 0, 0, 0));
  }

  @Test
  void balancedAccuracyIsTheMeanRecallOfTheClassesThatHavePictures() {
    ConfusionMatrix uneven =
        new ConfusionMatrix(CLASSES, new int[][] {{90, 10, 0}, {3, 1, 0}, {0, 0, 0}});
    assertThat(uneven.balancedAccuracy()).isEqualTo((0.9 + 0.25) / 2, within(1e-12));
    assertThat(new ConfusionMatrix(CLASSES, new int[3][3]).balancedAccuracy()).isZero();
  }

  @Test
  void countsCannotBeChangedFromOutside() {
    matrix.counts()[0][0] = 100;
    assertThat(matrix.correct()).isEqualTo(6);
  }

  @Test
  void nothingCountedIsNoAccuracy() {
    ConfusionMatrix empty = ConfusionMatrix.of(new int[0], new int[0], CLASSES);
    assertThat(empty.accuracy()).isZero();
    assertThat(empty.accuracyInterval()).isEqualTo(new ConfidenceInterval(0, 1));
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[1], new int[2], CLASSES))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {3}, new int[] {0}, CLASSES))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConfusionMatrix(CLASSES, new int[3][2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalContentIsEqual() {
    assertThat(new ConfusionMatrix(CLASSES, matrix.counts()))
        .isEqualTo(matrix)
        .hasSameHashCodeAs(matrix);
  }
}
