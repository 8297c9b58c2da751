package io.thaw.tuning.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfFloatTest {
  private static boolean round(float... values) {
    return HalfFloat.round(FloatBuffer.wrap(values), 0, values.length);
  }

  /** By the definition of binary16: sign, 5 bits of exponent with bias 15, 10 of fraction. */
  private static double defined(int half) {
    int exponent = half >> 10 & 31;
    double fraction = half & 1023;
    double magnitude =
        exponent == 0
            ? fraction * Math.pow(2, -24)
            : (1024 + fraction) * Math.pow(2, exponent - 25);
    return (half & 0x8000) == 0 ? magnitude : -magnitude;
  }

  @Test
  void everyHalfHasTheValueThatTheFormatDefines() {
    for (int half = 0; half < 1 << 16; half++) {
      float value = HalfFloat.toFloat((short) half);
      if ((half & 0x7C00) == 0x7C00) {
        boolean infinite = (half & 1023) == 0;
        assertThat(Float.isNaN(value)).isEqualTo(!infinite);
        assertThat(Float.isInfinite(value)).isEqualTo(infinite);
      } else {
        assertThat((double) value).as("%04x", half).isEqualTo(defined(half));
        assertThat(HalfFloat.toHalf(value)).isEqualTo((short) half);
      }
    }
  }

  /** Between two neighbours, a little below, at and above the middle. */
  @Test
  void valuesBetweenGoToTheNearestAndTiesToTheEven() {
    for (int half = 0; half < 0x7BFF; half++) {
      double middle = (defined(half) + defined(half + 1)) / 2;
      float tie = (float) middle;
      assertThat((double) tie).isEqualTo(middle);
      short even = (short) (half % 2 == 0 ? half : half + 1);
      assertThat(HalfFloat.toHalf(tie)).isEqualTo(even);
      assertThat(HalfFloat.toHalf(Math.nextDown(tie))).isEqualTo((short) half);
      assertThat(HalfFloat.toHalf(Math.nextUp(tie))).isEqualTo((short) (half + 1));
      assertThat(HalfFloat.toHalf(-tie)).isEqualTo((short) (even | 0x8000));
    }
  }

  @Test
  void whatIsTooLargeIsInfinite() {
    assertThat(HalfFloat.toHalf(65504)).isEqualTo((short) 0x7BFF);
    assertThat(HalfFloat.toHalf(65519.996f)).isEqualTo((short) 0x7BFF);
    assertThat(HalfFloat.toHalf(65520)).isEqualTo((short) 0x7C00);
    assertThat(HalfFloat.toHalf(-Float.MAX_VALUE)).isEqualTo((short) 0xFC00);
    assertThat(HalfFloat.toHalf(Float.NEGATIVE_INFINITY)).isEqualTo((short) 0xFC00);
  }

  @Test
  void zerosKeepTheirSignAndAreAlwaysRounded() {
    float[] zeros = {0f, -0f};

    assertThat(round(zeros)).isTrue();

    assertThat(Float.floatToRawIntBits(zeros[0])).isZero();
    assertThat(Float.floatToRawIntBits(zeros[1])).isEqualTo(0x80000000);
  }

  @Test
  void overflowInfinityAndNotANumberStayWide() {
    for (float odd :
        new float[] {65520f, -1e30f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN}) {
      float[] values = {1.0001f, odd, 2};
      assertThat(round(values)).as("%s", odd).isFalse();
      assertThat(values).containsExactly(1.0001f, odd, 2);
    }
  }

  @Test
  void smallNumbersBesideLargeOnesMayVanishButNotAlone() {
    float[] mixed = {1e-9f, 1};
    assertThat(round(mixed)).isTrue();
    assertThat(mixed).containsExactly(0f, 1f);

    float[] alone = {1e-9f, 3e-8f};
    assertThat(round(alone)).isFalse();
    assertThat(alone).containsExactly(1e-9f, 3e-8f);
  }

  @Test
  void subnormalsAreRoundedWhereTheyAreCloseEnough() {
    float large = 3.21e-5f;
    assertThat(round(large)).isTrue();
    assertThat(round(3.21e-6f)).isFalse();
    assertThat(round(3 * 0x1p-24f)).as("exact").isTrue();
  }

  @Test
  void theRuleIsTheLargestChangeAgainstTheLargestMagnitude() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      float[] values = new float[7];
      double scale = Math.pow(10, random.nextDouble() * 16 - 10);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextGaussian() * scale);
      }
      float[] rounded = values.clone();
      boolean close = round(rounded);
      assertThat(close).as("scale %s", scale).isEqualTo(isClose(values));
      if (!close) {
        assertThat(rounded).containsExactly(values);
      } else {
        float[] again = rounded.clone();
        assertThat(round(again)).isTrue();
        assertThat(again).containsExactly(rounded);
      }
    }
  }

  private static boolean isClose(float[] values) {
    double largest = 0;
    double change = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
      double half = HalfFloat.toFloat(HalfFloat.toHalf(value));
      change = Math.max(change, Math.abs(value - half));
    }
    return change / largest < 1e-3;
  }

  @Test
  void onlyTheNamedValuesAreRounded() {
    FloatBuffer values = FloatBuffer.wrap(new float[] {0.1f, 0.1f, 0.1f, 0.1f});

    HalfFloat.round(values, 1, 2);

    float half = HalfFloat.toFloat(HalfFloat.toHalf(0.1f));
    assertThat(values.array()).containsExactly(0.1f, half, half, 0.1f);
    assertThat(values.position()).isZero();
  }
}
