package io.thaw.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearProbeTest {
  private static final int CLASSES = 4;

  private static int[] labels(int count) {
    int[] labels = new int[count];
    Arrays.setAll(labels, i -> i % CLASSES);
    return labels;
  }

  /** Gaussians around a mean per class, {@code apart} deviations along an axis of its own. */
  private static float[][] gaussians(int[] labels, int channels, double apart, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[labels.length][channels];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < channels; j++) {
        rows[i][j] = (float) (random.nextGaussian() + (j == labels[i] ? apart : 0));
      }
    }
    return rows;
  }

  /** Gaussians whose classes differ a little in each channel. */
  private static float[][] spread(int[] labels, int channels, long seed) {
    float[][] rows = gaussians(labels, channels, 0, seed);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < channels; j++) {
        rows[i][j] += j % CLASSES == labels[i] ? 2 : 0;
      }
    }
    return rows;
  }

  @Test
  void classesFarApartAreAllToldRightly() {
    int[] labels = labels(200);
    LinearProbe probe = new LinearProbe(labels, CLASSES, 1);

    LinearProbe.Outcome few = probe.evaluate(gaussians(labels, 10, 12, 1), 0, 10);
    LinearProbe.Outcome many = probe.evaluate(spread(labels, 300, 2), 0, 300);

    assertThat(few.accuracy()).isEqualTo(1);
    assertThat(few.predicted()).isEqualTo(labels);
    assertThat(many.accuracy()).isEqualTo(1);
    assertThat(many.interval().high()).isEqualTo(1);
  }

  @Test
  void noiseIsNoBetterThanGuessing() {
    int[] labels = labels(400);
    LinearProbe probe = new LinearProbe(labels, CLASSES, 1);

    // With more channels than samples every classifier tells those it saw without a mistake.
    for (int channels : new int[] {5, 80, 350, 900}) {
      LinearProbe.Outcome outcome =
          probe.evaluate(gaussians(labels, channels, 0, channels), 0, channels);
      assertThat(outcome.interval().low()).as("%d channels", channels).isLessThan(0.25);
      assertThat(outcome.interval().high()).as("%d channels", channels).isGreaterThan(0.25);
    }
  }

  /** Least squares without a strength would fit the noise of the many channels. */
  @Test
  void amongManyUselessChannelsTheUsefulOnesAreFound() {
    int[] labels = labels(400);
    LinearProbe probe = new LinearProbe(labels, CLASSES, 1);

    assertThat(probe.evaluate(gaussians(labels, 310, 4, 3), 0, 310).accuracy()).isGreaterThan(0.8);
  }

  @Test
  void bothWaysAnswerTheSame() {
    int[] labels = labels(120);
    LinearProbe probe = new LinearProbe(labels, CLASSES, 3);

    for (int channels : new int[] {6, 90, 150}) {
      float[][] rows = gaussians(labels, channels, 2, channels);
      assertThat(probe.evaluate(rows, 0, channels, true).predicted())
          .isEqualTo(probe.evaluate(rows, 0, channels, false).predicted());
    }
  }

  @Test
  void onlyTheNamedColumnsCount() {
    int[] labels = labels(80);
    float[][] useful = gaussians(labels, 5, 12, 1);
    float[][] noise = gaussians(labels, 3, 0, 2);
    float[][] rows = new float[80][];
    Arrays.setAll(
        rows,
        i -> {
          float[] row = Arrays.copyOf(noise[i], 8);
          System.arraycopy(useful[i], 0, row, 3, 5);
          return row;
        });
    LinearProbe probe = new LinearProbe(labels, CLASSES, 1);

    assertThat(probe.evaluate(rows, 3, 5).accuracy()).isEqualTo(1);
    assertThat(probe.evaluate(rows, 0, 3).accuracy()).isLessThan(0.5);
  }

  @Test
  void channelsThatDoNotVaryOrAreNotFiniteDoNoHarm() {
    int[] labels = labels(80);
    float[][] rows = gaussians(labels, 8, 12, 1);
    for (float[] row : rows) {
      row[5] = 1e6f;
      row[6] = Float.NaN;
      row[7] = 0;
    }
    rows[3][7] = Float.POSITIVE_INFINITY;
    LinearProbe probe = new LinearProbe(labels, CLASSES, 1);

    assertThat(probe.evaluate(rows, 0, 8, false).accuracy()).isEqualTo(1);
    assertThat(probe.evaluate(rows, 0, 8, true).accuracy()).isEqualTo(1);
  }

  @Test
  void aConstantTellsNothing() {
    int[] labels = labels(80);
    LinearProbe probe = new LinearProbe(labels, CLASSES, 1);

    assertThat(probe.evaluate(new float[80][2], 0, 2).accuracy()).isLessThanOrEqualTo(0.25);
  }

  @Test
  void twoSamplesOfAClassAreEnoughAndOneIsNot() {
    int[] labels = {0, 0, 1, 1};
    float[][] rows = {{-5}, {-5.1f}, {5}, {5.1f}};
    LinearProbe probe = new LinearProbe(labels, 2, 1);

    assertThat(probe.folds()).isEqualTo(4);
    assertThat(probe.evaluate(rows, 0, 1).accuracy()).isEqualTo(1);
    assertThatThrownBy(() -> new LinearProbe(new int[] {0, 0, 1}, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LinearProbe(new int[] {0, 0, 0}, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> probe.evaluate(new float[5][1], 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
