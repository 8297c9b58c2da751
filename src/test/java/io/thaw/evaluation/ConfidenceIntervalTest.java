package io.thaw.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {
  /** 81 of 263 and 15 of 148 are worked examples of Newcombe (1998), table I. */
  @Test
  void publishedExamples() {
    check(81, 263, 0.2553, 0.3662);
    check(15, 148, 0.0624, 0.1605);
    check(0, 20, 0, 0.1611);
    check(29, 29, 0.8830, 1);
  }

  private static void check(int successes, int trials, double low, double high) {
    ConfidenceInterval interval = ConfidenceInterval.wilson(successes, trials);
    assertThat(interval.low()).isEqualTo(low, within(5e-5));
    assertThat(interval.high()).isEqualTo(high, within(5e-5));
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> ConfidenceInterval.wilson(3, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ConfidenceInterval.wilson(-1, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
