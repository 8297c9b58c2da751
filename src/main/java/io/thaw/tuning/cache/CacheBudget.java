package io.thaw.tuning.cache;

/**
 * Bytes that the cache may hold.
 *
 * @param chosenBytes what the user chose; 0 is automatic
 */
public record CacheBudget(long chosenBytes) {
  /** As much as suits the disk. */
  public static final CacheBudget AUTOMATIC = new CacheBudget(0);

  private static final long AUTOMATIC_LIMIT = 20_000_000_000L;
  private static final int AUTOMATIC_PART = 10;

  /**
   * @throws IllegalArgumentException when negative
   */
  public CacheBudget {
    if (chosenBytes < 0) {
      throw new IllegalArgumentException("A budget cannot be negative: " + chosenBytes);
    }
  }

  /** Whether the disk decides. */
  public boolean automatic() {
    return chosenBytes == 0;
  }

  /**
   * The budget in bytes. The automatic one is a tenth of what the disk would have free without the
   * cache, and 20 GB at most.
   *
   * @param free bytes free on the disk
   * @param held bytes in the cache
   */
  public long bytes(long free, long held) {
    return automatic() ? Math.min(AUTOMATIC_LIMIT, (free + held) / AUTOMATIC_PART) : chosenBytes;
  }
}
