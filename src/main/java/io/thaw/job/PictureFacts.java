package io.thaw.job;

/**
 * What the price of a run depends on in a folder of pictures.
 *
 * @param train pictures to learn from
 * @param validation pictures to check with
 * @param meanFileBytes mean size of their files
 */
public record PictureFacts(int train, int validation, double meanFileBytes) {
  /**
   * @throws IllegalArgumentException when a number is negative
   */
  public PictureFacts {
    if (train < 0 || validation < 0 || !(meanFileBytes >= 0)) {
      throw new IllegalArgumentException(
          train + " and " + validation + " pictures of " + meanFileBytes + " bytes");
    }
  }
}
