package io.thaw.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Floats outside the heap, where native engines read and write them without a copy. */
public final class DirectFloats {
  private DirectFloats() {}

  /**
   * A buffer of zeros.
   *
   * @throws ArithmeticException when it would be larger than 2 GiB
   */
  public static FloatBuffer allocate(long count) {
    int bytes = Math.toIntExact(Math.multiplyExact(count, Float.BYTES));
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /**
   * The first values of a buffer, whatever its position and limit; both share their memory.
   *
   * @throws IllegalArgumentException when the buffer is shorter, or not direct and native
   */
  static FloatBuffer first(long count, FloatBuffer buffer) {
    if (!buffer.isDirect() || buffer.order() != ByteOrder.nativeOrder()) {
      throw new IllegalArgumentException("The engine needs direct buffers in native order.");
    }
    if (count > buffer.capacity()) {
      throw new IllegalArgumentException(
          "A buffer of " + buffer.capacity() + " values where " + count + " are needed.");
    }
    return buffer.duplicate().clear().slice(0, (int) count);
  }
}
