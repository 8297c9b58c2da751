package io.thaw.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A runner that is opened on a thread of its own, while something else is done. */
final class Opening implements Supplier<FrozenRunner> {
  private final FutureTask<FrozenRunner> task;

  /** Begins at once. */
  Opening(Supplier<FrozenRunner> open) {
    task = new FutureTask<>(open::get);
    Thread thread = new Thread(task, "engine-opening");
    thread.setDaemon(true);
    thread.start();
  }

  /** The runner, when it is open; throws what opening threw. */
  @Override
  public FrozenRunner get() {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while an engine was loaded.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }

  /** Waits until it is open and closes it. */
  void abandon() {
    try {
      get().close();
    } catch (RuntimeException e) {
      // It never opened, and nobody needs it any more.
      return;
    }
  }
}
