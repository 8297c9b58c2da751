package io.thaw.tuning.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.zip.CRC32C;

/** Working memory for one record at a time: its file form and its values. */
final class Scratch {
  /** Payload, checksum, and the id that the checksum covers too. */
  private final ByteBuffer bytes;

  private final int elements;
  private final float[] values;
  private final short[] halves;
  private final CRC32C crc = new CRC32C();

  Scratch(int elements) {
    this.elements = elements;
    this.values = new float[elements];
    this.halves = new short[elements];
    this.bytes =
        ByteBuffer.allocateDirect(
                Encoding.F32.payloadBytes(elements)
                    + SegmentTrailer.CHECKSUM_BYTES
                    + RecordId.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Takes features in and chooses their encoding. */
  Encoding encode(FloatBuffer from, int at) {
    from.get(at, values, 0, elements);
    if (HalfFloat.encode(values, halves, elements)) {
      bytes.clear().asShortBuffer().put(halves);
      return Encoding.F16;
    }
    bytes.clear().asFloatBuffer().put(values);
    return Encoding.F32;
  }

  /** Adds the checksum; the buffer that remains is what goes to the file. */
  ByteBuffer seal(RecordId id, int payload) {
    return bytes
        .putInt(payload, checksum(id, payload))
        .limit(payload + SegmentTrailer.CHECKSUM_BYTES)
        .rewind();
  }

  /** An empty buffer for a record from the file. */
  ByteBuffer empty(int payload) {
    return bytes.clear().limit(payload + SegmentTrailer.CHECKSUM_BYTES);
  }

  /** Whether the record read last is what was written under this id. */
  boolean intact(RecordId id, int payload) {
    int written = bytes.getInt(payload);
    return written == checksum(id, payload);
  }

  private int checksum(RecordId id, int payload) {
    bytes.clear();
    id.put(bytes, payload);
    crc.reset();
    crc.update(bytes.limit(payload + RecordId.BYTES));
    bytes.clear();
    return (int) crc.getValue();
  }

  /** Gives out a record. */
  void decode(Encoding encoding, FloatBuffer into, int at) {
    switch (encoding) {
      case F16 -> {
        bytes.clear().asShortBuffer().get(halves);
        HalfFloat.decode(halves, values, elements);
        into.put(at, values, 0, elements);
      }
      case F32 -> into.put(at, bytes.clear().asFloatBuffer(), 0, elements);
    }
  }
}
