package io.thaw.worker;

import io.thaw.job.JobEvent;
import java.util.concurrent.CompletableFuture;

/** A run that was started. All methods may be called from any thread, at any time. */
public interface JobHandle {
  /** Asks the run to finish its batch, keep what was learned and end. */
  void stop();

  /** Ends the run's process at once. */
  void kill();

  /** Completes with the event the run ended with, after the listener was told. */
  CompletableFuture<JobEvent.Terminal> end();
}
