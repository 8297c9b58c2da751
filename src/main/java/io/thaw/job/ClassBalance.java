package io.thaw.job;

/**
 * What is done in training about classes of different size; what is checked with stays as it is.
 */
public enum ClassBalance {
  /** Every picture counts the same, and so a class counts by its pictures. */
  NONE,
  /**
   * A picture's loss is multiplied by its class's weight, see {@link
   * io.thaw.dataset.ClassCounts#weights}.
   */
  WEIGHTED_LOSS,
  /** An epoch shows as many pictures as before, but the same number of each class. */
  BALANCED_SAMPLING
}
