package io.thaw.dataset;

import java.util.List;
import java.util.Set;

/**
 * Which pictures are learned from and which are only checked with. No picture, and no exact copy of
 * one, is on both sides, unless the folder itself puts it there.
 *
 * @param train pictures to learn from, in scan order
 * @param validation pictures to check with, in scan order
 */
public record SplitPlan(List<LabeledImage> train, List<LabeledImage> validation) {
  public SplitPlan {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
  }

  /**
   * Splits without an index; see {@link #of(ScanReport, double, long, PictureIndex)}.
   *
   * @throws BadDatasetException as there
   */
  public static SplitPlan of(ScanReport report, double validationFraction, long seed) {
    return of(report, validationFraction, seed, PictureIndex.inMemory(report.folder()));
  }

  /**
   * Splits the pictures of each class in the same proportion. The side of a picture follows from
   * the seed and its path, so adding pictures hardly moves the others. A split given by the folder
   * is kept as it is.
   *
   * @param report a usable report
   * @param validationFraction share of each class to check with, between 0 and 1, both excluded;
   *     has no effect when the folder gives the split
   * @param seed another seed gives another split
   * @param index of the report's folder, asked which pictures are copies of others; it is brought
   *     up to date and saved
   * @throws BadDatasetException when the report is not usable, the fraction is out of range, or a
   *     class consists of copies of one picture
   */
  public static SplitPlan of(
      ScanReport report, double validationFraction, long seed, PictureIndex index) {
    if (!(validationFraction > 0 && validationFraction < 1)) {
      throw new BadDatasetException(
          "The share of pictures to check with must lie between 0 and 1, not be "
              + validationFraction
              + ".");
    }
    report.requireUsable();
    if (report.givenSplit()) {
      return new SplitPlan(on(report, Side.TRAIN), on(report, Side.VALIDATION));
    }
    Set<LabeledImage> held = new HoldOut(report, validationFraction, seed, index).choose();
    index.save();
    return new SplitPlan(
        report.images().stream().filter(image -> !held.contains(image)).toList(),
        report.images().stream().filter(held::contains).toList());
  }

  private static List<LabeledImage> on(ScanReport report, Side side) {
    return report.images().stream().filter(image -> image.side() == side).toList();
  }
}
