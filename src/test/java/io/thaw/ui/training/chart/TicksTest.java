package io.thaw.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
  @ParameterizedTest
  @CsvSource({"1, 5, 0.2, 1", "1.93, 5, 0.5, 2", "0.07, 5, 0.02, 0.08", "730, 4, 200, 800"})
  void stepsAreRoundAndCoverTheValues(double max, int most, double step, double top) {
    Ticks ticks = Ticks.upTo(max, most);

    assertThat(ticks.step()).isEqualTo(step, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(ticks.top()).isEqualTo(top, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(ticks.values()).hasSizeLessThanOrEqualTo(most + 1);
  }

  @Test
  void textsHaveTheDigitsOfTheStep() {
    assertThat(Ticks.upTo(1, 5).text(0.4)).isEqualTo("0.4");
    assertThat(Ticks.upTo(0.07, 5).text(0.04)).isEqualTo("0.04");
    assertThat(Ticks.upTo(730, 4).text(400)).isEqualTo("400");
  }

  @Test
  void epochsAreCountedWhole() {
    assertThat(Ticks.wholeUpTo(3, 10).values()).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(Ticks.wholeUpTo(100, 6).values())
        .containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
  }

  @Test
  void nothingToShowIsNotTheEnd() {
    assertThat(Ticks.upTo(Double.NEGATIVE_INFINITY, 4).top()).isEqualTo(1);
    assertThat(Ticks.upTo(0, 4).top()).isEqualTo(1);
  }
}
