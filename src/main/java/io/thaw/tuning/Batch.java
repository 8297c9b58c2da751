package io.thaw.tuning;

import io.thaw.engine.DirectFloats;
import java.nio.FloatBuffer;

/** Room for one batch, outside the heap, used again and again. */
final class Batch {
  private final FloatBuffer data;
  private final int[] labels;
  private int count;

  /**
   * @param size samples at most
   * @param sample numbers in one sample
   */
  Batch(int size, int sample) {
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

  /** Samples in it now. */
  int count() {
    return count;
  }

  void setCount(int value) {
    count = value;
  }
}
