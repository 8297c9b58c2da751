package io.thaw.tuning;

import io.thaw.engine.DirectFloats;
import java.nio.FloatBuffer;

/** Room for one batch, outside the heap, used again and again. */
final class Batch {
  private final FloatBuffer data;
  private final int[] labels;
  private final FloatBuffer targets;
  private int count;

  /**
   * @param size samples at most
   * @param sample numbers in one sample
   * @param target numbers in what a teacher says of one sample; 0 without a teacher
   */
  Batch(int size, int sample, int target) {
    targets = target == 0 ? null : DirectFloats.allocate((long) size * target);
    data = DirectFloats.allocate((long) size * sample);
    labels = new int[size];
  }

  /** {@code [count, sample...]}. */
  FloatBuffer data() {
    return data;
  }

  /** Class of each sample; only the first {@link #count} count. */
  int[] labels() {
    return labels;
  }

  /** What a teacher says, {@code [count, target]}; null without one. */
  FloatBuffer targets() {
    return targets;
  }

  /** Samples in it now. */
  int count() {
    return count;
  }

  void setCount(int value) {
    count = value;
  }
}
