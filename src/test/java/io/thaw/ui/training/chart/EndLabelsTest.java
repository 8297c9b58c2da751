package io.thaw.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndLabelsTest {
  private final PlotArea area = PlotArea.of(400, 256, 10, 1);

  @ParameterizedTest
  @CsvSource({"100, 104", "104, 100", "24, 26", "224, 224", "60, 180"})
  void labelsNeitherOverlapNorLeaveThePlot(double first, double second) {
    EndLabels labels = EndLabels.of(area, first, second);

    double distance = Math.abs(labels.first() - labels.second());
    assertThat(distance).isGreaterThanOrEqualTo(36);
    assertThat(Math.min(labels.first(), labels.second())).isGreaterThanOrEqualTo(area.top() + 16);
    assertThat(Math.max(labels.first(), labels.second())).isLessThanOrEqualTo(area.bottom() - 16);
    assertThat(labels.first() <= labels.second()).isEqualTo(first <= second);
  }

  @ParameterizedTest
  @CsvSource({"100"})
  void aLineWithoutAnEndMovesNothing(double first) {
    assertThat(EndLabels.of(area, first, Double.NaN).first()).isEqualTo(first);
  }
}
