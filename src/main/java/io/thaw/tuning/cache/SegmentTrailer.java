package io.thaw.tuning.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The end of a segment file, little-endian. Before it lie {@code count} records, each its payload
 * and the CRC32C of payload and id, and then the ids in the same order.
 *
 * <p>Fields: encoding, elements, count, CRC32C of ids and these three, version (32 bits each) and
 * the magic number (64 bits). Version and magic number end the file whatever the version is.
 *
 * @param encoding {@link Encoding#code}
 * @param elements in a record
 * @param count records
 * @param checksum CRC32C of ids and the fields before it
 * @param version {@link #VERSION}
 */
record SegmentTrailer(int encoding, int elements, int count, int checksum, int version) {
  static final int VERSION = 1;
  static final int BYTES = 5 * Integer.BYTES + Long.BYTES;

  /** Records and what goes with them stay well within a buffer. */
  static final int MAX_ELEMENTS = Integer.MAX_VALUE / 8;

  /** What a record has besides its payload. */
  static final int CHECKSUM_BYTES = Integer.BYTES;

  /** "THAWSEG1" read as little-endian. */
  private static final long MAGIC = 0x3147455357414854L;

  /** The trailer for complete content. */
  static SegmentTrailer of(Encoding encoding, int elements, int count, ByteBuffer ids) {
    SegmentTrailer open = new SegmentTrailer(encoding.code(), elements, count, 0, VERSION);
    return new SegmentTrailer(encoding.code(), elements, count, open.checksumOver(ids), VERSION);
  }

  /** Reads one; null when these bytes are none. */
  static SegmentTrailer from(ByteBuffer bytes) {
    ByteBuffer from = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    SegmentTrailer trailer =
        new SegmentTrailer(
            from.getInt(), from.getInt(), from.getInt(), from.getInt(), from.getInt());
    return from.getLong() == MAGIC ? trailer : null;
  }

  ByteBuffer bytes() {
    return fields(BYTES).putInt(checksum).putInt(version).putLong(MAGIC).flip();
  }

  /** CRC32C of the ids that remain in the buffer, whose position stays, and of the own fields. */
  int checksumOver(ByteBuffer ids) {
    CRC32C crc = new CRC32C();
    crc.update(ids.duplicate());
    crc.update(fields(3 * Integer.BYTES).flip());
    return (int) crc.getValue();
  }

  private ByteBuffer fields(int room) {
    return ByteBuffer.allocate(room)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(encoding)
        .putInt(elements)
        .putInt(count);
  }

  /** Bytes of a whole file, or -1 when the fields make no sense. */
  long fileBytes() {
    Encoding known = Encoding.of(encoding).orElse(null);
    if (known == null || elements <= 0 || elements >= MAX_ELEMENTS) {
      return -1;
    }
    if (count < 0 || count > Integer.MAX_VALUE / RecordId.BYTES) {
      return -1;
    }
    long record = known.payloadBytes(elements) + CHECKSUM_BYTES + RecordId.BYTES;
    return count * record + BYTES;
  }
}
