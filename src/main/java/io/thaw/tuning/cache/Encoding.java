package io.thaw.tuning.cache;

import java.util.Optional;

/** How the elements of a record lie in a file. The code is what the file says. */
enum Encoding {
  /** {@link HalfFloat}, little-endian. */
  F16(1, Short.BYTES),
  /** IEEE 754 binary32, little-endian. */
  F32(2, Float.BYTES);

  private final int code;
  private final int elementBytes;

  Encoding(int code, int elementBytes) {
    this.code = code;
    this.elementBytes = elementBytes;
  }

  int code() {
    return code;
  }

  int payloadBytes(int elements) {
    return Math.multiplyExact(elements, elementBytes);
  }

  static Optional<Encoding> of(int code) {
    for (Encoding encoding : values()) {
      if (encoding.code == code) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }
}
