package io.thaw.ui.common;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Starts work away from the FX thread. */
final class Background {
  private static final System.Logger LOG = System.getLogger(Background.class.getName());

  private Background() {}

  /**
   * Starts work, unless the window is closing: then its threads are gone, and with them whoever
   * waits for the result.
   */
  static void start(Executor background, Runnable work) {
    try {
      background.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "Nothing is begun while the window closes.", e);
    }
  }
}
