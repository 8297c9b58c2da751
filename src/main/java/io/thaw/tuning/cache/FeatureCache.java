package io.thaw.tuning.cache;

import io.thaw.job.BadJobException;
import io.thaw.job.JsonFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The feature cache of this user, shared by all runs and processes. A run makes one when it begins:
 * what is used from then on is not removed to make room. Safe for use from any thread.
 */
public final class FeatureCache {
  private final CacheLayout layout;
  private final Room room;
  private final Disk disk;
  private final Troubles troubles;
  private final Clock clock;

  /**
   * A cache in a folder, which need not exist.
   *
   * @param troubles told what goes wrong, one sentence per kind of trouble, from any thread
   */
  public FeatureCache(Path folder, CacheBudget budget, Consumer<String> troubles) {
    this(folder, budget, troubles, Clock.systemUTC(), Disk.of(folder));
  }

  FeatureCache(Path folder, CacheBudget budget, Consumer<String> troubles, Clock clock, Disk disk) {
    this.layout = new CacheLayout(folder);
    this.troubles = new Troubles(folder, troubles);
    this.disk = disk;
    this.clock = clock;
    this.room = new Room(layout, budget, disk, this.troubles, clock.millis());
    removeOrphans();
  }

  /** What runs left that were killed while they wrote. */
  private void removeOrphans() {
    try {
      for (CacheLayout.Entry entry : layout.entries()) {
        if (CacheLayout.isOrphan(entry, clock.millis())) {
          Room.delete(entry);
        }
      }
    } catch (IOException e) {
      troubles.unreadable(e);
    }
  }

  /**
   * Opens a set, which need not exist; nothing is written before the first record is.
   *
   * @param elements in every record of the set; records of another length are not seen
   * @throws IllegalArgumentException when a record would have no elements or take a GB or more
   */
  public FeatureSet open(FeatureKey key, int elements) {
    if (elements <= 0 || elements >= SegmentTrailer.MAX_ELEMENTS) {
      throw new IllegalArgumentException("A record cannot have " + elements + " elements");
    }
    Path folder = layout.set(key);
    var description =
        new SetWriter.Description(SetWriter.Description.VERSION, key.description(), elements);
    SetWriter writer = new SetWriter(folder, description, room, disk, troubles, clock);
    return new FileFeatureSet(folder, elements, writer, troubles, clock);
  }

  /**
   * Looks at everything that the cache holds.
   *
   * @throws IOException when it cannot be read; a cache that is not there yet is empty
   */
  public CacheContents contents() throws IOException {
    List<CacheContents.SetContents> sets = new ArrayList<>();
    for (Path set : layout.sets()) {
      List<CacheLayout.Entry> segments =
          CacheLayout.entries(set).stream().filter(CacheLayout.Entry::isSegment).toList();
      if (!segments.isEmpty()) {
        sets.add(contents(set, segments));
      }
    }
    sets.sort(Comparator.comparing(CacheContents.SetContents::lastUsed).reversed());
    return new CacheContents(room.limit(), Room.bytes(layout.entries()), sets);
  }

  private static CacheContents.SetContents contents(Path set, List<CacheLayout.Entry> segments) {
    long records = segments.stream().mapToLong(it -> records(it.file())).sum();
    long used = segments.stream().mapToLong(CacheLayout.Entry::changedMillis).max().orElse(0);
    return new CacheContents.SetContents(
        description(set), records, Room.bytes(segments), Instant.ofEpochMilli(used));
  }

  /** None in a file that is damaged, of another version, or removed meanwhile. */
  private static long records(Path segment) {
    try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ)) {
      SegmentTrailer trailer = SegmentIndex.trailer(channel);
      return trailer.fileBytes() == channel.size() ? trailer.count() : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static String description(Path set) {
    Path file = CacheLayout.description(set);
    try {
      return JsonFiles.read(file, SetWriter.Description.class, SetWriter.Description.VERSION)
          .description();
    } catch (BadJobException e) {
      return "";
    }
  }

  /**
   * Removes what is beyond the budget, the segments used longest ago first, in use or not.
   *
   * @return bytes removed
   * @throws IOException when the folder cannot be read
   */
  public long trim() throws IOException {
    return room.trim();
  }

  /**
   * Removes everything except segments that runs are writing right now.
   *
   * @return bytes removed
   * @throws IOException when the folder cannot be read
   */
  public long clear() throws IOException {
    long removed = room.clear();
    for (Path set : layout.sets()) {
      if (CacheLayout.entries(set).isEmpty()) {
        Files.deleteIfExists(CacheLayout.description(set));
        removeIfEmpty(set);
      }
    }
    return removed;
  }

  private static void removeIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Somebody else's file is in it, or a run has just begun one.
      return;
    }
  }
}
