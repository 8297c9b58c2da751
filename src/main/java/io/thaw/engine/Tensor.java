package io.thaw.engine;

import io.thaw.network.TensorShape;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * An array on the Java side, in row-major order. The values belong to the tensor: nobody writes
 * into them.
 */
public record Tensor(TensorShape shape, float[] values) {

  /** Checks that there are as many values as the shape says. */
  public Tensor {
    if (shape.elements() != values.length) {
      throw new IllegalArgumentException(values.length + " values for the shape " + shape);
    }
  }

  /** SHA-256 over the bits of every value. */
  public byte[] digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
      buffer.asFloatBuffer().put(values);
      return digest.digest(buffer.array());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** How many values differ in any bit from those of a tensor of the same shape. */
  public long differences(Tensor other) {
    long count = 0;
    for (int i = 0; i < values.length; i++) {
      if (Float.floatToRawIntBits(values[i]) != Float.floatToRawIntBits(other.values[i])) {
        count++;
      }
    }
    return count;
  }
}
