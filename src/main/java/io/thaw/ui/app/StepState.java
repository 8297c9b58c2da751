package io.thaw.ui.app;

/** How a step of the work stands. */
public enum StepState {
  /** Waits for the steps before it. */
  WAITING("not yet"),
  /** The one to do next. */
  NEXT("next"),
  /** At work by itself. */
  BUSY("at work"),
  DONE("done"),
  /** Something in it must be put right. */
  PROBLEM("needs attention");

  private final String words;

  StepState(String words) {
    this.words = words;
  }

  /** Words for the user. */
  public String words() {
    return words;
  }
}
