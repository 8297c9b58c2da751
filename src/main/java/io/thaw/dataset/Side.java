package io.thaw.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which side of the split the folder's or the table's own layout gives a picture. */
public enum Side {
  /** Lies under {@code train/}. */
  TRAIN,
  /** Lies under {@code val/}, {@code validation/} or {@code valid/}. */
  VALIDATION,
  /** The folder does not say; {@link SplitPlan} decides. */
  UNASSIGNED,
  /**
   * Lies under {@code test/}: neither learned from nor used to choose anything. Where there is no
   * {@code val/}, such pictures are for validation.
   */
  TEST;

  private static final Map<String, Side> NAMES =
      Map.of(
          "train", TRAIN,
          "training", TRAIN,
          "val", VALIDATION,
          "valid", VALIDATION,
          "validation", VALIDATION,
          "dev", VALIDATION,
          "test", TEST,
          "testing", TEST);

  /** The side that a word in a table means, in any case; empty when it means none. */
  static Optional<Side> named(String word) {
    return Optional.ofNullable(NAMES.get(word.toLowerCase(Locale.ROOT)));
  }

  /** Whether pictures of these sides can be learned from and checked with as they are. */
  static boolean areSplit(Set<Side> sides) {
    return sides.contains(TRAIN) && (sides.contains(VALIDATION) || sides.contains(TEST));
  }
}
