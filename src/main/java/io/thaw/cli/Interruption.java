package io.thaw.cli;

import io.thaw.job.CancelToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Turns the interrupt key and the system's polite kill into a cancelled run: the command finishes
 * its batch and writes what it learned before the process ends.
 */
public final class Interruption {
  /** Longer than any batch and the writing of a model. */
  private static final long PATIENCE_MINUTES = 10;

  private final CancelToken cancel;
  private final IntConsumer end;
  private final CountDownLatch finished = new CountDownLatch(1);

  private Interruption(CancelToken cancel, IntConsumer end) {
    this.cancel = cancel;
    this.end = end;
  }

  /**
   * Watches from now on.
   *
   * @param end ends the process at once with a code
   */
  public static Interruption watch(CancelToken cancel, IntConsumer end) {
    Interruption interruption = new Interruption(cancel, end);
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupted, "interruption"));
    return interruption;
  }

  /** The command has ended; an end of the process is no interruption any more. */
  public void finished() {
    finished.countDown();
  }

  private void interrupted() {
    if (finished.getCount() == 0) {
      return;
    }
    cancel.cancel();
    try {
      finished.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end.accept(ExitCode.CANCELLED);
  }
}
