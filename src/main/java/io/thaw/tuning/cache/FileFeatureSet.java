package io.thaw.tuning.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A set in the files of one folder. */
final class FileFeatureSet implements FeatureSet {
  private static final Logger LOG = Logger.getLogger(FileFeatureSet.class.getName());

  private final int elements;
  private final Troubles troubles;
  private final Clock clock;

  /** Used by one thread at a time, under its own lock; that of {@link #index} is taken inside. */
  private final SetWriter writer;

  /** With {@link #segments} under its own lock, held for a look-up only. */
  private final RecordIndex index = new RecordIndex();

  private final List<Segment> segments = new ArrayList<>();
  private final ConcurrentLinkedQueue<Scratch> scratches = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /** Reads what the folder holds now; what other runs add later is not seen. */
  FileFeatureSet(Path folder, int elements, SetWriter writer, Troubles troubles, Clock clock) {
    this.elements = elements;
    this.writer = writer;
    this.troubles = troubles;
    this.clock = clock;
    synchronized (index) {
      largestFirst(folder).forEach(this::take);
    }
  }

  /** Of several files with the same records the smaller ones then go out of use. */
  private List<CacheLayout.Entry> largestFirst(Path folder) {
    try {
      return CacheLayout.entries(folder).stream()
          .filter(CacheLayout.Entry::isSegment)
          .sorted(
              Comparator.comparingLong(CacheLayout.Entry::bytes)
                  .reversed()
                  .thenComparing(CacheLayout.Entry::file))
          .toList();
    } catch (IOException e) {
      troubles.unreadable(e);
      return List.of();
    }
  }

  private void take(CacheLayout.Entry entry) {
    try {
      SegmentIndex found = SegmentIndex.read(entry.file());
      if (found != null && found.trailer().elements() == elements) {
        segments.add(new Segment(entry.file(), found.encoding(), elements));
        take(found);
      }
    } catch (DamagedSegmentException e) {
      troubles.damaged(entry.file(), e);
      Room.delete(entry);
    } catch (NoSuchFileException e) {
      LOG.log(Level.FINE, "Removed by another run meanwhile", e);
    } catch (IOException e) {
      troubles.unreadable(e);
    }
  }

  private void take(SegmentIndex found) {
    ByteBuffer ids = found.ids().duplicate();
    for (int number = 0; number < found.count(); number++) {
      RecordId id = RecordId.next(ids);
      if (index.find(id) == RecordIndex.MISSING) {
        index.put(id, RecordIndex.location(segments.size() - 1, number));
      }
    }
  }

  @Override
  public int elements() {
    return elements;
  }

  @Override
  public boolean contains(RecordId id) {
    return place(id) != null;
  }

  /** Where the record is, which from now on is in use; null when it is not there. */
  private SetWriter.Place place(RecordId id) {
    Segment segment;
    long location;
    synchronized (index) {
      location = index.find(id);
      if (location == RecordIndex.MISSING) {
        return null;
      }
      segment = segments.get(RecordIndex.segment(location));
    }
    if (segment.dropped()) {
      return null;
    }
    segment.touch(clock.millis());
    return new SetWriter.Place(segment, RecordIndex.number(location));
  }

  @Override
  public boolean read(RecordId id, FloatBuffer into, int at) {
    Objects.checkFromIndexSize(at, elements, into.limit());
    SetWriter.Place place = place(id);
    if (place == null) {
      return false;
    }
    Scratch scratch = borrow();
    try {
      return read(id, place, scratch, into, at);
    } catch (ClosedByInterruptException e) {
      LOG.log(Level.FINE, "A reader is being stopped", e);
      return false;
    } catch (IOException e) {
      if (!place.segment().dropped()) {
        troubles.unreadable(e);
        forget(id);
      }
      return false;
    } finally {
      scratches.add(scratch);
    }
  }

  private boolean read(
      RecordId id, SetWriter.Place place, Scratch scratch, FloatBuffer into, int at)
      throws IOException {
    Segment segment = place.segment();
    segment.read(place.number(), scratch);
    if (!scratch.intact(id, segment.encoding().payloadBytes(elements))) {
      troubles.damaged(segment.file(), new DamagedSegmentException("The checksum does not fit."));
      segment.markDamaged();
      forget(id);
      return false;
    }
    scratch.decode(segment.encoding(), into, at);
    return true;
  }

  private Scratch borrow() {
    Scratch scratch = scratches.poll();
    return scratch == null ? new Scratch(elements) : scratch;
  }

  private void forget(RecordId id) {
    synchronized (index) {
      index.put(id, RecordIndex.MISSING);
    }
  }

  @Override
  public boolean write(RecordId id, FloatBuffer values, int at) {
    Objects.checkFromIndexSize(at, elements, values.limit());
    Scratch scratch = borrow();
    try {
      return contains(id) || write(id, scratch.encode(values, at), scratch);
    } finally {
      scratches.add(scratch);
    }
  }

  private boolean write(RecordId id, Encoding encoding, Scratch scratch) {
    ByteBuffer sealed = scratch.seal(id, encoding.payloadBytes(elements));
    synchronized (writer) {
      if (closed || contains(id)) {
        return !closed;
      }
      SetWriter.Place place = writer.add(id, encoding, sealed);
      if (place == null || place.segment().dropped()) {
        return false;
      }
      synchronized (index) {
        index.put(id, RecordIndex.location(number(place.segment()), place.number()));
      }
      return true;
    }
  }

  /** Position in the list, at whose end the growing segments are. */
  private int number(Segment segment) {
    int number = segments.lastIndexOf(segment);
    if (number < 0) {
      segments.add(segment);
      return segments.size() - 1;
    }
    return number;
  }

  @Override
  public void flush() {
    synchronized (writer) {
      writer.finish();
    }
  }

  @Override
  public void close() {
    synchronized (writer) {
      if (closed) {
        return;
      }
      writer.finish();
      closed = true;
    }
    synchronized (index) {
      segments.forEach(this::close);
    }
    scratches.clear();
  }

  /** A file with a damaged record goes: the next run writes it whole again. */
  private void close(Segment segment) {
    segment.drop();
    if (segment.damaged()) {
      try {
        Files.deleteIfExists(segment.file());
      } catch (IOException e) {
        LOG.log(Level.FINE, "A damaged file stays", e);
      }
    }
  }
}
