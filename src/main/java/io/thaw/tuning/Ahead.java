package io.thaw.tuning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Works a bounded number of items ahead on several threads and hands the results out in order, so
 * that a run does not depend on which thread was faster.
 */
final class Ahead<T> implements AutoCloseable {
  private final ExecutorService threads;
  private final Iterator<Callable<T>> remaining;
  private final int ahead;
  private final Deque<Future<T>> pending = new ArrayDeque<>();

  /**
   * Begins nothing before the first {@link #next}.
   *
   * @param ahead items that may be under way or waiting to be taken
   */
  Ahead(ExecutorService threads, Iterator<Callable<T>> work, int ahead) {
    this.threads = threads;
    this.remaining = work;
    this.ahead = ahead;
  }

  /** Whether {@link #next} has something to give. */
  boolean hasNext() {
    return !pending.isEmpty() || remaining.hasNext();
  }

  /**
   * The next result in order.
   *
   * @throws IllegalStateException when an item failed, with its exception as the cause
   */
  T next() {
    while (pending.size() < ahead && remaining.hasNext()) {
      pending.add(threads.submit(remaining.next()));
    }
    try {
      return pending.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while pictures were read.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A picture could not be processed.", e.getCause());
    }
  }

  /** Gives up what was not taken; an archive does not survive that its reader is interrupted. */
  @Override
  public void close() {
    pending.forEach(item -> item.cancel(false));
  }
}
