package io.thaw.tuning.cache;

import java.nio.ByteBuffer;

/**
 * Names a record within a set: the picture and the view of it.
 *
 * @param first bytes 0 to 7 of the SHA-256 hash of the picture's file
 * @param second bytes 8 to 15
 * @param third bytes 16 to 23
 * @param fourth bytes 24 to 31
 * @param view 0 is the plain picture; anything else stands for one outcome of an augmentation and
 *     must differ with its settings
 */
public record RecordId(long first, long second, long third, long fourth, long view) {
  /** Bytes in a file. */
  static final int BYTES = 5 * Long.BYTES;

  /**
   * An id from a hash.
   *
   * @param sha256 32 bytes
   * @throws IllegalArgumentException when there are not 32
   */
  public static RecordId of(byte[] sha256, long view) {
    if (sha256.length != 32) {
      throw new IllegalArgumentException("A SHA-256 hash has 32 bytes, not " + sha256.length);
    }
    ByteBuffer hash = ByteBuffer.wrap(sha256);
    return new RecordId(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong(), view);
  }

  /** The same picture in another view. */
  public RecordId withView(long number) {
    return new RecordId(first, second, third, fourth, number);
  }

  /** Takes the next {@link #BYTES} bytes. */
  static RecordId next(ByteBuffer from) {
    return new RecordId(
        from.getLong(), from.getLong(), from.getLong(), from.getLong(), from.getLong());
  }

  /** Writes {@link #BYTES} bytes from {@code at} on. */
  void put(ByteBuffer into, int at) {
    into.putLong(at, first)
        .putLong(at + 8, second)
        .putLong(at + 16, third)
        .putLong(at + 24, fourth)
        .putLong(at + 32, view);
  }

  /** An evenly spread number: the content is a hash already, the view is multiplied out. */
  int spread() {
    long mixed = (first ^ view) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}
