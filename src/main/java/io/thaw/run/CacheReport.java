package io.thaw.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What the feature cache holds.
 *
 * @param folder where it is, made or not
 * @param bytes that it takes on the disk
 * @param records in it
 * @param budgetBytes what it may take
 * @param automatic whether the disk decided that, not the user
 * @param sets the one used last first
 */
public record CacheReport(
    Path folder, long bytes, long records, long budgetBytes, boolean automatic, List<Set> sets) {
  /** Copies the list. */
  public CacheReport {
    sets = List.copyOf(sets);
  }

  /**
   * What one frozen prefix yielded.
   *
   * @param description model, boundary layer and engine; empty when unknown
   * @param records pictures and their views
   * @param bytes on the disk
   * @param lastUsed by any run, to the minute
   */
  public record Set(String description, long records, long bytes, Instant lastUsed) {}
}
