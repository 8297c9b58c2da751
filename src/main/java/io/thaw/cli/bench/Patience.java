package io.thaw.cli.bench;

import io.thaw.job.CancelToken;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a child without being deaf to the user. */
final class Patience {
  private static final long LOOK_UP_MILLIS = 100;

  private Patience() {}

  /**
   * Waits for a result.
   *
   * @param stop called once when the user stops, after which the wait goes on
   */
  static <T> T await(Future<T> result, CancelToken cancel, Runnable stop)
      throws ExecutionException, InterruptedException {
    boolean stopped = false;
    while (true) {
      try {
        return result.get(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (cancel.isCancelled() && !stopped) {
          stopped = true;
          stop.run();
        }
      }
    }
  }
}
