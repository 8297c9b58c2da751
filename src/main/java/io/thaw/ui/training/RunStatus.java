package io.thaw.ui.training;

/** Where a run stands. */
public enum RunStatus {
  /** None was started since the window opened. */
  IDLE,
  RUNNING,
  /** Asked to end; it still finishes its batch and keeps what it learned. */
  STOPPING,
  COMPLETED,
  CANCELLED,
  FAILED,
  CRASHED;

  /** Whether a worker is at work. */
  public boolean active() {
    return this == RUNNING || this == STOPPING;
  }
}
