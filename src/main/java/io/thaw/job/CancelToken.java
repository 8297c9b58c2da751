package io.thaw.job;

import java.util.concurrent.atomic.AtomicBoolean;

/** Says from any thread that a run should end after the batch it is in. */
public final class CancelToken {
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /** Asks the run to end. */
  public void cancel() {
    cancelled.set(true);
  }

  /** Whether the run was asked to end. */
  public boolean isCancelled() {
    return cancelled.get();
  }
}
