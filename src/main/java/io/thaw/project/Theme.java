package io.thaw.project;

/** The window's look. */
public enum Theme {
  /** Dark on light. */
  LIGHT,
  /** Light on dark. */
  DARK,
  /** As the operating system has it. */
  SYSTEM
}
