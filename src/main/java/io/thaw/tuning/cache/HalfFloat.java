package io.thaw.tuning.cache;

import java.nio.FloatBuffer;

/**
 * The 16-bit floating-point format binary16 of IEEE 754, and the rule when features are kept in it.
 */
public final class HalfFloat {
  /** Features change by less than this part of their largest magnitude, or stay 32 bits wide. */
  public static final double TOLERANCE = 1e-3;

  /** 2^(127-15), the difference of the two formats' exponent biases. */
  private static final float REBIAS = 0x1p112f;

  /** Its last bit weighs as much as that of the smallest half, 2^-24. */
  private static final float SUBNORMAL_ROUNDER = 0.5f;

  private static final int SMALLEST_NORMAL = Float.floatToRawIntBits(0x1p-14f);
  private static final int TOO_LARGE = Float.floatToRawIntBits(0x1p16f);
  private static final int INFINITY = 0x7C00;
  private static final int NAN = 0x7E00;

  private HalfFloat() {}

  /**
   * Rounds the {@code count} values from index {@code at} on, in place, exactly as a {@link
   * FeatureSet} that keeps and returns them would. Rounding twice is rounding once.
   *
   * @return whether they were rounded; otherwise halves would not be close enough (or cannot hold
   *     them, as infinities and NaN) and nothing changed
   */
  public static boolean round(FloatBuffer values, int at, int count) {
    float[] wide = new float[count];
    short[] halves = new short[count];
    values.get(at, wide, 0, count);
    if (!encode(wide, halves, count)) {
      return false;
    }
    decode(halves, wide, count);
    values.put(at, wide, 0, count);
    return true;
  }

  /**
   * Rounds to the nearest half, ties to even, and says whether all are close enough: the largest
   * change is below {@link #TOLERANCE} of the largest magnitude.
   */
  static boolean encode(float[] values, short[] into, int count) {
    float largest = 0;
    float change = 0;
    for (int i = 0; i < count; i++) {
      short half = toHalf(values[i]);
      into[i] = half;
      largest = Math.max(largest, Math.abs(values[i]));
      // NaN and infinity come through Math.max, and fail the comparison below.
      change = Math.max(change, Math.abs(values[i] - toFloat(half)));
    }
    return change == 0 || change < TOLERANCE * largest;
  }

  static void decode(short[] halves, float[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] = toFloat(halves[i]);
    }
  }

  /** The nearest half, ties to even; beyond the largest, infinity. */
  static short toHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int magnitude = bits & 0x7FFFFFFF;
    if (magnitude >= TOO_LARGE) {
      return (short) (sign | (Float.isNaN(value) ? NAN : INFINITY));
    }
    if (magnitude < SMALLEST_NORMAL) {
      // The addition itself rounds to a multiple of the smallest half.
      float rounded = Float.intBitsToFloat(magnitude) + SUBNORMAL_ROUNDER;
      return (short)
          (sign | Float.floatToRawIntBits(rounded) - Float.floatToRawIntBits(SUBNORMAL_ROUNDER));
    }
    int odd = magnitude >>> 13 & 1;
    return (short) (sign | (magnitude - (112 << 23) + 0xFFF + odd) >>> 13);
  }

  /** The same number in 32 bits, exact. */
  static float toFloat(short half) {
    int magnitude = half & 0x7FFF;
    if (magnitude >= INFINITY) {
      float value = magnitude == INFINITY ? Float.POSITIVE_INFINITY : Float.NaN;
      return half < 0 ? -value : value;
    }
    float value = Float.intBitsToFloat(magnitude << 13) * REBIAS;
    return Float.intBitsToFloat(Float.floatToRawIntBits(value) | (half & 0x8000) << 16);
  }
}
