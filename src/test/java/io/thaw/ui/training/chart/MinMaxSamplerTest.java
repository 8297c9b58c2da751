package io.thaw.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinMaxSamplerTest {
  private static List<double[]> sample(Series series, double columnWidth) {
    List<double[]> points = new ArrayList<>();
    MinMaxSampler.sample(series, 0, columnWidth, (x, y) -> points.add(new double[] {x, y}));
    return points;
  }

  @Test
  void fewPointsAreAllKept() {
    Series series = new Series();
    for (int i = 0; i < 5; i++) {
      series.add(i, 10 - i);
    }

    assertThat(sample(series, 0.5)).hasSize(5);
  }

  @Test
  void extremesEndsAndOrderSurvive() {
    Series series = new Series();
    Random chance = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      series.add(i / 1000.0, chance.nextGaussian());
    }
    series.add(100, 50);
    series.add(100.1, -50);

    List<double[]> points = sample(series, 0.2);

    assertThat(points).hasSizeLessThanOrEqualTo(4 * 502);
    assertThat(points).isSortedAccordingTo((a, b) -> Double.compare(a[0], b[0]));
    assertThat(points.get(0)[0]).isZero();
    assertThat(points.get(points.size() - 1)[0]).isEqualTo(100.1);
    assertThat(points.stream().mapToDouble(p -> p[1]).max()).hasValue(50);
    assertThat(points.stream().mapToDouble(p -> p[1]).min()).hasValue(-50);
  }

  @Test
  void everyColumnKeepsItsOwnExtremes() {
    Series series = new Series();
    double[] values = {1, 9, 0, 3, 2, 2, 8, 4};
    for (int i = 0; i < values.length; i++) {
      series.add(i * 0.25, values[i]);
    }

    assertThat(sample(series, 1).stream().map(p -> p[1]))
        .containsExactly(1.0, 9.0, 0.0, 3.0, 2.0, 8.0, 4.0);
  }

  @Test
  void aSeriesKnowsItsNearestPointAndLeavesOutWhatIsNoNumber() {
    Series series = new Series();
    series.add(1, 5);
    series.add(2, Double.NaN);
    series.add(3, 7);

    assertThat(series.size()).isEqualTo(2);
    assertThat(series.nearest(-4)).isZero();
    assertThat(series.nearest(1.9)).isZero();
    assertThat(series.nearest(2.1)).isEqualTo(1);
    assertThat(series.nearest(9)).isEqualTo(1);
    assertThat(new Series().nearest(1)).isEqualTo(-1);
  }
}
