package io.thaw.tuning.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the cache within its budget and the disk from filling up, by removing the segments used
 * longest ago. What was used since this object was made, by this run or another, stays; so do
 * segments that grow. Several processes that make room at once may each overshoot by a segment.
 */
final class Room {
  /** A segment is written to the disk in well under a second, and 20 GB are 600 files. */
  private static final long SEGMENT_BYTES = 32L << 20;

  /** So that small budgets are not lost in the last segment's leftover. */
  private static final int SEGMENTS_IN_BUDGET = 8;

  private static final long FREE_BYTES = 1_000_000_000L;
  private static final int FREE_PART = 50;

  /** Some file systems keep times to two seconds. */
  private static final long TIME_STEP_MILLIS = 2_000;

  private final CacheLayout layout;
  private final CacheBudget budget;
  private final Disk disk;
  private final Troubles troubles;
  private final long usedSince;

  Room(CacheLayout layout, CacheBudget budget, Disk disk, Troubles troubles, long now) {
    this.layout = layout;
    this.budget = budget;
    this.disk = disk;
    this.troubles = troubles;
    this.usedSince = now - TIME_STEP_MILLIS;
  }

  /**
   * Makes room for a new segment.
   *
   * @param smallest bytes that it must have at least
   * @return bytes that it may have; 0 when there is no room, which the user is then told
   */
  synchronized long make(long smallest) throws IOException {
    List<CacheLayout.Entry> entries = layout.entries();
    long held = bytes(entries);
    long free = disk.free();
    long limit = budget.bytes(free, held);
    long wanted = Math.max(smallest, Math.min(SEGMENT_BYTES, limit / SEGMENTS_IN_BUDGET));
    long overBudget = held + wanted - limit;
    long overDisk = Math.min(FREE_BYTES, disk.total() / FREE_PART) + wanted - free;
    long removed = remove(entries, Math.max(overBudget, overDisk), usedSince);
    if (removed < overDisk) {
      troubles.diskFull(free + removed);
      return 0;
    }
    if (removed < overBudget) {
      troubles.overBudget(limit);
      return 0;
    }
    return wanted;
  }

  /** Removes what is beyond the budget, whoever uses it, and returns its bytes. */
  synchronized long trim() throws IOException {
    List<CacheLayout.Entry> entries = layout.entries();
    long held = bytes(entries);
    return remove(entries, held - budget.bytes(disk.free(), held), Long.MAX_VALUE);
  }

  /** Removes every complete segment and returns their bytes. */
  synchronized long clear() throws IOException {
    return remove(layout.entries(), Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private static long remove(List<CacheLayout.Entry> entries, long wanted, long usedBefore) {
    List<CacheLayout.Entry> oldestFirst =
        entries.stream()
            .filter(it -> it.isSegment() && it.changedMillis() < usedBefore)
            .sorted(Comparator.comparingLong(CacheLayout.Entry::changedMillis))
            .toList();
    long removed = 0;
    for (CacheLayout.Entry entry : oldestFirst) {
      if (removed >= wanted) {
        break;
      }
      removed += delete(entry) ? entry.bytes() : 0;
    }
    return removed;
  }

  /** Windows keeps files that another process has open in certain ways; the next one does, then. */
  static boolean delete(CacheLayout.Entry entry) {
    try {
      return Files.deleteIfExists(entry.file());
    } catch (IOException e) {
      return false;
    }
  }

  static long bytes(List<CacheLayout.Entry> entries) {
    return entries.stream().mapToLong(CacheLayout.Entry::bytes).sum();
  }

  /** The budget as it is now, in bytes. */
  long limit() throws IOException {
    return budget.bytes(disk.free(), bytes(layout.entries()));
  }
}
