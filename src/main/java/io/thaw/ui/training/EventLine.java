package io.thaw.ui.training;

/**
 * A line in the list of what happened.
 *
 * @param kind how it is marked
 * @param text one sentence
 */
public record EventLine(Kind kind, String text) {
  /** Kinds of lines. */
  public enum Kind {
    STEP,
    NOTICE,
    PROBLEM
  }
}
