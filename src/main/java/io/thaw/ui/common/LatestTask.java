package io.thaw.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Work in the background of which only the newest request counts: the result of an older one is
 * dropped when it comes late.
 *
 * @param <T> what the work yields
 */
public final class LatestTask<T> {
  private final Executor background;
  private final Executor foreground;
  private final AtomicLong newest = new AtomicLong();

  /**
   * A task.
   *
   * @param background where the work runs
   * @param foreground where its result is handed over, usually {@link FxThread#executor()}
   */
  public LatestTask(Executor background, Executor foreground) {
    this.background = background;
    this.foreground = foreground;
  }

  /** Starts work; exactly one of the two consumers is called unless a newer request came. */
  public void submit(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    long ticket = newest.incrementAndGet();
    Background.start(background, () -> run(ticket, work, done, failed));
  }

  /** Makes every result still under way void. */
  public void cancel() {
    newest.incrementAndGet();
  }

  private void run(long ticket, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    if (newest.get() != ticket) {
      return;
    }
    try {
      T result = work.call();
      deliver(ticket, () -> done.accept(result));
    } catch (Exception e) {
      deliver(ticket, () -> failed.accept(e));
    }
  }

  private void deliver(long ticket, Runnable handover) {
    foreground.execute(
        () -> {
          if (newest.get() == ticket) {
            handover.run();
          }
        });
  }
}
