package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class PrefixAgreementTest {
  private static final float NAN = Float.NaN;
  private static final float INFINITE = Float.POSITIVE_INFINITY;

  private static double difference(float[] a, float[] b) {
    return PrefixAgreement.difference(buffer(a), buffer(b));
  }

  private static FloatBuffer buffer(float[] values) {
    return DirectFloats.allocate(values.length).put(0, values);
  }

  @Test
  void theLargestDifferenceIsTakenRelativeToTheLargestTrustedValue() {
    assertThat(difference(new float[] {1, -2, 9}, new float[] {1.5f, -2, 10}))
        .isCloseTo(0.1, within(1e-9));
    assertThat(difference(new float[] {3, 1}, new float[] {-3, 1})).isCloseTo(2, within(1e-9));
    assertThat(difference(new float[] {0, 0}, new float[] {0, 0})).isZero();
    assertThat(difference(new float[] {0, 1e-9f}, new float[] {0, 0})).isInfinite();
  }

  @Test
  void whatIsNotFiniteMustBeTheSameInBoth() {
    assertThat(difference(new float[] {NAN, INFINITE, 1}, new float[] {NAN, INFINITE, 1})).isZero();
    assertThat(difference(new float[] {NAN, 1}, new float[] {1, 1})).isInfinite();
    assertThat(difference(new float[] {1, 1}, new float[] {1, NAN})).isInfinite();
    assertThat(difference(new float[] {INFINITE}, new float[] {-INFINITE})).isInfinite();
    assertThat(difference(new float[] {INFINITE}, new float[] {NAN})).isInfinite();
  }
}
