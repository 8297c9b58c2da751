package io.thaw.tuning.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.UUID;

/**
 * The writing side of one segment. Every record is in the file, though not in the name, before
 * {@link #add} returns. It writes to a stream because an interrupt closes a channel.
 */
final class SegmentWriter {
  private final Path folder;
  private final Encoding encoding;
  private final int elements;
  private final long roomBytes;
  private final long openedMillis;
  private final OutputStream out;
  private final Segment segment;
  private byte[] ids = new byte[64 * RecordId.BYTES];
  private byte[] record = new byte[0];
  private int count;
  private long bytes = SegmentTrailer.BYTES;

  /**
   * Begins a file.
   *
   * @param roomBytes what the file should not exceed by more than a record
   * @throws IOException when it cannot be made
   */
  SegmentWriter(Path folder, Encoding encoding, int elements, long roomBytes, long now, Disk disk)
      throws IOException {
    this.folder = folder;
    this.encoding = encoding;
    this.elements = elements;
    this.roomBytes = roomBytes;
    this.openedMillis = now;
    Path file = folder.resolve(TemporaryName.ofThisProcess().text());
    this.out = disk.create(file);
    try {
      this.segment = new Segment(file, encoding, elements);
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  Segment segment() {
    return segment;
  }

  int count() {
    return count;
  }

  long openedMillis() {
    return openedMillis;
  }

  /** Whether another record would take more than its room. */
  boolean isFull() {
    return bytes + bytes / count > roomBytes;
  }

  /**
   * Appends a record and returns its number.
   *
   * @param sealed payload and checksum
   * @throws IOException when it cannot be written; the file is of no use then
   */
  int add(RecordId id, ByteBuffer sealed) throws IOException {
    int length = sealed.remaining();
    if (record.length < length) {
      record = new byte[length];
    }
    sealed.get(record, 0, length);
    out.write(record, 0, length);
    if ((count + 1) * RecordId.BYTES > ids.length) {
      ids = Arrays.copyOf(ids, 2 * ids.length);
    }
    id.put(ByteBuffer.wrap(ids), count * RecordId.BYTES);
    bytes += length + RecordId.BYTES;
    return count++;
  }

  /**
   * Writes what ends the file.
   *
   * @throws IOException when that fails; the file is of no use then
   */
  void complete() throws IOException {
    ByteBuffer index = ByteBuffer.wrap(ids, 0, count * RecordId.BYTES);
    try (out) {
      out.write(ids, 0, count * RecordId.BYTES);
      out.write(SegmentTrailer.of(encoding, elements, count, index).bytes().array());
    }
  }

  /**
   * Gives the complete file the name under which other runs see it.
   *
   * @throws IOException when that fails; this run can go on reading it
   */
  void publish(long now) throws IOException {
    Path named = folder.resolve(UUID.randomUUID() + CacheLayout.SEGMENT_SUFFIX);
    try {
      Files.setLastModifiedTime(segment.file(), FileTime.fromMillis(now));
      Files.move(segment.file(), named, StandardCopyOption.ATOMIC_MOVE);
      segment.renamed(named);
    } catch (IOException e) {
      Files.deleteIfExists(segment.file());
      throw e;
    }
  }

  /** Gives up: the records are gone and so is the file. */
  void abandon() throws IOException {
    segment.drop();
    try {
      out.close();
    } finally {
      Files.deleteIfExists(segment.file());
    }
  }
}
