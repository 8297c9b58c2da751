package io.thaw.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class McNemarTest {

  private static double probability(int onlyFirst, int onlySecond, int both) {
    boolean[] first = new boolean[onlyFirst + onlySecond + both];
    boolean[] second = new boolean[first.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = i < onlyFirst || i >= onlyFirst + onlySecond;
      second[i] = i >= onlyFirst;
    }
    return McNemar.probability(first, second);
  }

  @Test
  void aFewDisagreementsAreTossesOfACoin() {
    assertThat(probability(0, 10, 90)).isCloseTo(2 / 1024.0, within(1e-12));
    assertThat(probability(1, 7, 0)).isCloseTo(2 * (1 + 8) / 256.0, within(1e-12));
    assertThat(probability(7, 1, 500)).isCloseTo(2 * (1 + 8) / 256.0, within(1e-12));
  }

  @Test
  void equalsDoNotDiffer() {
    assertThat(probability(0, 0, 10)).isEqualTo(1);
    assertThat(probability(6, 6, 10)).isEqualTo(1);
  }

  /** The normal approximation with continuity correction, z = (|b - c| - 1) / sqrt(b + c) = 2.5. */
  @Test
  void manyDisagreementsFollowTheNormalDistribution() {
    assertThat(probability(4949, 5200, 10)).isCloseTo(0.0131, within(2e-4));
  }

  @Test
  void otherSamplesCannotBeCompared() {
    assertThatThrownBy(() -> McNemar.probability(new boolean[2], new boolean[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
