package io.thaw.tuning.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a complete segment file says about itself.
 *
 * @param ids of its records in their order, {@link RecordId#BYTES} each
 */
record SegmentIndex(SegmentTrailer trailer, ByteBuffer ids) {
  Encoding encoding() {
    return Encoding.of(trailer.encoding()).orElseThrow();
  }

  int count() {
    return trailer.count();
  }

  /**
   * Reads it and checks it against the checksum.
   *
   * @return null when another version of the program wrote the file
   * @throws DamagedSegmentException when it is not as it was written
   * @throws IOException when it cannot be read
   */
  static SegmentIndex read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      SegmentTrailer trailer = trailer(channel);
      if (trailer.version() != SegmentTrailer.VERSION) {
        return null;
      }
      if (trailer.fileBytes() != channel.size()) {
        throw new DamagedSegmentException("The length does not fit.");
      }
      ByteBuffer ids = ByteBuffer.allocate(Math.multiplyExact(trailer.count(), RecordId.BYTES));
      Segment.fill(channel, ids, channel.size() - SegmentTrailer.BYTES - ids.capacity());
      ids.flip();
      if (trailer.checksumOver(ids) != trailer.checksum()) {
        throw new DamagedSegmentException("The checksum does not fit.");
      }
      return new SegmentIndex(trailer, ids);
    }
  }

  /** Reads the trailer alone, unchecked. */
  static SegmentTrailer trailer(FileChannel channel) throws IOException {
    if (channel.size() < SegmentTrailer.BYTES) {
      throw new DamagedSegmentException("The file is too short.");
    }
    ByteBuffer bytes = ByteBuffer.allocate(SegmentTrailer.BYTES);
    Segment.fill(channel, bytes, channel.size() - SegmentTrailer.BYTES);
    SegmentTrailer trailer = SegmentTrailer.from(bytes.flip());
    if (trailer == null) {
      throw new DamagedSegmentException("The end of the file is missing.");
    }
    return trailer;
  }
}
