package io.thaw.engine;

import java.nio.FloatBuffer;

/** How far two runners of the same prefix are apart. */
public final class PrefixAgreement {
  /** What two engines may differ by; rounding alone gives a few parts in a hundred thousand. */
  public static final double TOLERANCE = 1e-3;

  private PrefixAgreement() {}

  /**
   * The largest difference of two runners over pictures: {@code max |a - b| / max |b|} over all
   * values of all boundary tensors, the values that are finite in both. Infinite when a value is
   * not finite in one and is something else in the other, or when all of b is zero and a is not.
   *
   * @param b the one to be trusted
   * @param pictures {@code [count, 3, H, W]}, a direct buffer as for {@link FrozenRunner#run}
   */
  public static double difference(FrozenRunner a, FrozenRunner b, FloatBuffer pictures, int count) {
    return difference(features(a, pictures, count), features(b, pictures, count));
  }

  static FloatBuffer features(FrozenRunner runner, FloatBuffer pictures, int count) {
    FloatBuffer features = DirectFloats.allocate(count * runner.boundary().elements());
    runner.run(pictures, count, features);
    return features;
  }

  static double difference(FloatBuffer a, FloatBuffer b) {
    if (a.capacity() != b.capacity()) {
      return Double.POSITIVE_INFINITY;
    }
    double apart = 0;
    double largest = 0;
    for (int i = 0; i < b.capacity(); i++) {
      float x = a.get(i);
      float y = b.get(i);
      if (Float.isFinite(x) && Float.isFinite(y)) {
        apart = Math.max(apart, Math.abs((double) x - y));
        largest = Math.max(largest, Math.abs((double) y));
      } else if (Float.compare(x, y) != 0) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return apart == 0 ? 0 : apart / largest;
  }
}
