package io.thaw.job;

/**
 * What is done in training about classes of different size; what is checked with stays as it is.
 */
public enum ClassBalance {
  /** Every picture counts the same, and so a class counts by its pictures. */
  NONE("none"),
  /**
   * A picture's loss is multiplied by its class's weight, see {@link
   * io.thaw.dataset.ClassCounts#weights}.
   */
  WEIGHTED_LOSS("loss"),
  /** An epoch shows as many pictures as before, but the same number of each class. */
  BALANCED_SAMPLING("sampling");

  private final String word;

  ClassBalance(String word) {
    this.word = word;
  }

  /** What it is called on the command line. */
  public String word() {
    return word;
  }
}
