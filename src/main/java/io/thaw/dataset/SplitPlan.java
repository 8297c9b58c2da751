package io.thaw.dataset;

import java.util.List;

/**
 * Which pictures are learned from and which are only checked with. No picture, and no exact copy of
 * one, is on both sides.
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
   * Splits the pictures of each class in the same proportion. The side of a picture follows from
   * the seed and its path, so adding pictures hardly moves the others. A split given by the folder
   * is kept as it is and the fraction is not used.
   *
   * @param report a usable report
   * @param validationFraction share of each class to check with, between 0 and 1, both excluded
   * @param seed another seed gives another split
   * @throws BadDatasetException when the report is not usable, the fraction is out of range, or a
   *     class consists of copies of one picture
   */
  public static SplitPlan of(ScanReport report, double validationFraction, long seed) {
    throw new UnsupportedOperationException();
  }
}
