package io.thaw.job;

import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PicturePaths;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.SplitPlan;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the price of a run depends on in a folder of pictures.
 *
 * @param train pictures to learn from
 * @param validation pictures to check with
 * @param test pictures to test with in the end
 * @param meanFileBytes mean size of their files
 */
public record PictureFacts(int train, int validation, int test, double meanFileBytes) {
  /** Enough files for a mean. */
  private static final int FILES = 500;

  /**
   * @throws IllegalArgumentException when a number is negative
   */
  public PictureFacts {
    if (train < 0 || validation < 0 || test < 0 || !(meanFileBytes >= 0)) {
      throw new IllegalArgumentException(
          "%d, %d and %d pictures of %s bytes".formatted(train, validation, test, meanFileBytes));
    }
  }

  /** Facts without a test. */
  public PictureFacts(int train, int validation, double meanFileBytes) {
    this(train, validation, 0, meanFileBytes);
  }

  /** All pictures that are used. */
  public int all() {
    return train + validation + test;
  }

  /** The facts of pictures that are split. Asks the file system for some sizes. */
  public static PictureFacts of(SplitPlan split) {
    List<LabeledImage> all =
        Stream.of(split.train(), split.validation(), split.test()).flatMap(List::stream).toList();
    return new PictureFacts(
        split.train().size(), split.validation().size(), split.test().size(), meanFileBytes(all));
  }

  /**
   * The mean size of the pictures' files, told from some of them, in bytes; files that are gone
   * count as empty. Asks the file system.
   */
  public static double meanFileBytes(List<LabeledImage> pictures) {
    // Every so many, since the classes come one after the other.
    int step = Math.max(1, pictures.size() / FILES);
    return Stream.iterate(0, i -> i < pictures.size(), i -> i + step)
        .mapToLong(i -> PicturePaths.size(pictures.get(i).file()))
        .average()
        .orElse(0);
  }

  /**
   * The facts of a folder before it is split.
   *
   * @param share of the pictures to check with; has no effect when the folder gives the split
   * @param testShare of the pictures to test with in the end, likewise; 0 for none
   * @param meanFileBytes see {@link #meanFileBytes(List)}
   */
  public static PictureFacts of(
      ScanReport report, double share, double testShare, double meanFileBytes) {
    int held = report.heldBack(share);
    int test = report.tested(share, testShare);
    return new PictureFacts(report.images().size() - held - test, held, test, meanFileBytes);
  }
}
