package io.thaw.tuning.cache;

import java.time.Instant;
import java.util.List;

/**
 * What the cache holds at a moment.
 *
 * @param budgetBytes what it may hold
 * @param bytes on the disk, files that grow included
 * @param sets those with complete files, the one used last first
 */
public record CacheContents(long budgetBytes, long bytes, List<SetContents> sets) {
  /** Copies the list. */
  public CacheContents {
    sets = List.copyOf(sets);
  }

  /** Records in all sets. */
  public long records() {
    return sets.stream().mapToLong(SetContents::records).sum();
  }

  /**
   * One set.
   *
   * @param description for people; empty when unknown
   * @param records in complete files, those that two runs wrote counted twice
   * @param bytes on the disk
   * @param lastUsed by any run, to the minute
   */
  public record SetContents(String description, long records, long bytes, Instant lastUsed) {}
}
