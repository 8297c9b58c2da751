package io.thaw.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSummaryTest {
  private static ValueSummary of(int bins, float... values) {
    return ValueSummary.of(values, bins);
  }

  @Test
  void knownValues() {
    ValueSummary summary = of(4, 3, 0, 1, -0.0f, 5, 8);

    assertThat(summary.count()).isEqualTo(6);
    assertThat(summary.mean()).isEqualTo(17 / 6.0);
    assertThat(summary.deviation()).isCloseTo(Math.sqrt(99 / 6.0 - 289 / 36.0), within(1e-12));
    assertThat(summary.least()).isEqualTo(-0.0f);
    assertThat(summary.largest()).isEqualTo(8);
    assertThat(summary.zeros()).isEqualTo(2 / 6.0);
    assertThat(summary.notFinite()).isZero();
    assertThat(summary.histogram()).containsExactly(3, 1, 1, 1);
  }

  @Test
  void aBinHoldsItsLowerBoundAndTheLastOneItsUpperToo() {
    assertThat(of(4, 0, 1, 2, 3, 4).histogram()).containsExactly(1, 1, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1, -0.1f, 3e38f, 1e-45f})
  void aConstantLiesInTheMiddle(float value) {
    ValueSummary summary = of(5, value, value, value);

    assertThat(summary.mean()).isEqualTo(value);
    assertThat(summary.deviation()).isZero();
    assertThat(summary.least()).isEqualTo(summary.largest()).isEqualTo(value);
    assertThat(summary.zeros()).isEqualTo(value == 0 ? 1 : 0);
    assertThat(summary.histogram()).containsExactly(0, 0, 3, 0, 0);
  }

  @Test
  void whatIsNotFiniteIsCountedAndLeftOut() {
    ValueSummary summary =
        of(2, Float.NaN, 1, Float.POSITIVE_INFINITY, 0, Float.NEGATIVE_INFINITY, 2, 1);

    assertThat(summary.count()).isEqualTo(7);
    assertThat(summary.notFinite()).isEqualTo(3);
    assertThat(summary.anyFinite()).isTrue();
    assertThat(summary.mean()).isEqualTo(1);
    assertThat(summary.deviation()).isEqualTo(Math.sqrt(0.5));
    assertThat(List.of(summary.least(), summary.largest())).containsExactly(0f, 2f);
    assertThat(summary.zeros()).isEqualTo(1 / 7.0);
    assertThat(summary.histogram()).containsExactly(1, 3);
  }

  @Test
  void nothingFiniteHasNoMean() {
    ValueSummary none = of(3, Float.NaN, Float.NaN);
    ValueSummary empty = of(3);

    assertThat(none.count()).isEqualTo(2);
    assertThat(none.notFinite()).isEqualTo(2);
    assertThat(empty.count()).isZero();
    assertThat(empty.notFinite()).isZero();
    for (ValueSummary summary : List.of(none, empty)) {
      assertThat(summary.anyFinite()).isFalse();
      assertThat(summary.mean()).isNaN();
      assertThat(summary.deviation()).isNaN();
      assertThat(summary.least()).isNaN();
      assertThat(summary.largest()).isNaN();
      assertThat(summary.zeros()).isZero();
      assertThat(summary.histogram()).containsExactly(0, 0, 0);
    }
  }

  @Test
  void theWidestAndTheNarrowestRangesFit() {
    assertThat(of(2, -Float.MAX_VALUE, Float.MAX_VALUE, 0).histogram()).containsExactly(1, 2);
    assertThat(of(2, 0, Float.MIN_VALUE).histogram()).containsExactly(1, 1);
    assertThat(of(2, 1, Math.nextUp(1f)).histogram()).containsExactly(1, 1);
  }

  @Test
  void aMeanFarFromZeroLeavesTheDeviationItsDigits() {
    Random random = new Random(5);
    float[] values = new float[10_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 65_536 + random.nextInt(2) / 128f;
    }

    assertThat(ValueSummary.of(values, 40).deviation()).isCloseTo(1 / 256.0, within(1e-6));
  }

  @Test
  void everyValueIsInABin() {
    Random random = new Random(6);
    float[] values = new float[5_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }

    List<Integer> bins = ValueSummary.of(values, 40).histogram();

    assertThat(bins).hasSize(40);
    assertThat(bins.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5_000);
    assertThat(bins.get(0)).isPositive();
    assertThat(bins.get(39)).isPositive();
  }

  @Test
  void aHistogramHasABin() {
    assertThatIllegalArgumentException().isThrownBy(() -> of(0, 1, 2));
  }
}
