package io.thaw.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SufficientPointTest {
  private static final int SAMPLES = 100;

  /** Right on the samples of an interval. */
  private static LinearProbe.Outcome right(int from, int to) {
    boolean[] right = new boolean[SAMPLES];
    Arrays.fill(right, from, to, true);
    return new LinearProbe.Outcome(new int[SAMPLES], right);
  }

  private static SufficientPoint choose(LinearProbe.Outcome... outcomes) {
    return SufficientPoint.of(List.of(outcomes), 0.2);
  }

  @Test
  void theEarliestThatIsNotClearlyWorseIsTaken() {
    // Five more of a hundred, all on the same side: 2 / 32; six: 2 / 64.
    assertThat(choose(right(0, 50), right(0, 75), right(0, 80)).point()).isEqualTo(1);
    assertThat(choose(right(0, 50), right(0, 74), right(0, 80)).point()).isEqualTo(2);
    assertThat(choose(right(0, 50), right(0, 75), right(0, 80)).best()).isEqualTo(2);
  }

  @Test
  void ofEqualsTheFirstIsTaken() {
    assertThat(choose(right(0, 80), right(0, 80), right(0, 80)))
        .isEqualTo(new SufficientPoint(0, 0, false));
  }

  /** The same accuracies, but right on other samples: a paired test sees less in it. */
  @Test
  void whichSamplesAreRightCounts() {
    assertThat(choose(right(0, 74), right(0, 80)).point()).isEqualTo(1);
    assertThat(choose(right(20, 94), right(0, 80)).point()).isEqualTo(0);
  }

  @Test
  void onlyLaterPointsCount() {
    assertThat(choose(right(0, 20), right(0, 90), right(0, 60)).point()).isEqualTo(1);
    assertThat(choose(right(0, 90), right(0, 20), right(0, 60)).point()).isEqualTo(0);
  }

  @Test
  void ifItGetsBetterToTheEndTheLastIsTaken() {
    assertThat(choose(right(0, 40), right(0, 60), right(0, 80)))
        .isEqualTo(new SufficientPoint(2, 2, false));
    assertThat(choose(right(0, 80)).point()).isEqualTo(0);
  }

  @Test
  void barelyBetterThanGuessingIsPoor() {
    assertThat(choose(right(0, 20), right(0, 25)).poor()).isTrue();
    assertThat(choose(right(0, 20), right(0, 35)).poor()).isTrue();
    assertThat(choose(right(0, 20), right(0, 50)).poor()).isFalse();
    assertThat(SufficientPoint.of(List.of(right(0, 92)), 0.9).poor()).isTrue();
  }
}
