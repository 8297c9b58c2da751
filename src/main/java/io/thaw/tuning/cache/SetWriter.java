package io.thaw.tuning.cache;

import io.thaw.job.BadJobException;
import io.thaw.job.JsonFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/**
 * The segments that a run adds to a set, at most one growing per encoding. One thread at a time.
 */
final class SetWriter {
  private static final long YOUNGEST_MILLIS = 10_000;
  private static final int RUN_PART = 32;
  private static final long RETRY_MILLIS = 10_000;

  /** Where a record went. */
  record Place(Segment segment, int number) {}

  /** Content of {@code set.json}. */
  record Description(int version, String description, int elements) {
    static final int VERSION = 1;
  }

  private final Path folder;
  private final Description description;
  private final Room room;
  private final Disk disk;
  private final Troubles troubles;
  private final Clock clock;
  private final long openedMillis;
  private final Map<Encoding, SegmentWriter> growing = new EnumMap<>(Encoding.class);
  private long silentUntil = Long.MIN_VALUE;

  SetWriter(
      Path folder, Description description, Room room, Disk disk, Troubles troubles, Clock clock) {
    this.folder = folder;
    this.description = description;
    this.room = room;
    this.disk = disk;
    this.troubles = troubles;
    this.clock = clock;
    this.openedMillis = clock.millis();
  }

  /** Appends a record; null when it cannot be kept. */
  Place add(RecordId id, Encoding encoding, ByteBuffer sealed) {
    SegmentWriter writer = growing.get(encoding);
    if (writer == null) {
      writer = begin(encoding, sealed.remaining());
      if (writer == null) {
        return null;
      }
      growing.put(encoding, writer);
    }
    try {
      Place place = new Place(writer.segment(), writer.add(id, sealed));
      if (writer.isFull() || isOld(writer)) {
        growing.remove(encoding);
        finish(writer);
      }
      return place;
    } catch (IOException e) {
      growing.remove(encoding);
      giveUp(writer, e);
      return null;
    }
  }

  /**
   * A killed run loses what its growing segments hold: ten seconds of its work, or after five
   * minutes one part in 32. A fixed age would leave a long run with thousands of small files.
   */
  private boolean isOld(SegmentWriter writer) {
    long now = clock.millis();
    return now - writer.openedMillis()
        >= Math.max(YOUNGEST_MILLIS, (now - openedMillis) / RUN_PART);
  }

  private SegmentWriter begin(Encoding encoding, int recordBytes) {
    long now = clock.millis();
    if (now < silentUntil) {
      return null;
    }
    try {
      long bytes = room.make(recordBytes + RecordId.BYTES + SegmentTrailer.BYTES);
      if (bytes > 0) {
        describe();
        return new SegmentWriter(folder, encoding, description.elements(), bytes, now, disk);
      }
    } catch (IOException | BadJobException e) {
      troubles.unwritable(e);
    }
    silentUntil = now + RETRY_MILLIS;
    return null;
  }

  /** Every time, as somebody may have removed the folder since the last; it is made here. */
  private void describe() {
    Path file = CacheLayout.description(folder);
    if (!Files.exists(file)) {
      JsonFiles.write(file, description);
    }
  }

  /** Completes what grows. */
  void finish() {
    growing.values().forEach(this::finish);
    growing.clear();
  }

  private void finish(SegmentWriter writer) {
    try {
      writer.complete();
    } catch (IOException e) {
      giveUp(writer, e);
      return;
    }
    try {
      writer.publish(clock.millis());
    } catch (IOException e) {
      troubles.unwritable(e);
    }
  }

  private void giveUp(SegmentWriter writer, IOException cause) {
    troubles.unwritable(cause);
    silentUntil = clock.millis() + RETRY_MILLIS;
    try {
      writer.abandon();
    } catch (IOException e) {
      troubles.unwritable(e);
    }
  }
}
