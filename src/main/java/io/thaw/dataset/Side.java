package io.thaw.dataset;

/** Which side of the split the folder's own layout gives a picture. */
public enum Side {
  /** Lies under {@code train/}. */
  TRAIN,
  /** Lies under {@code val/}, {@code validation/}, {@code valid/} or {@code test/}. */
  VALIDATION,
  /** The folder does not say; {@link SplitPlan} decides. */
  UNASSIGNED
}
