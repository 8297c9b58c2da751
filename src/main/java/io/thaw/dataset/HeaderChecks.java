package io.thaw.dataset;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks headers on all cores, a bounded number ahead, and tells the outcomes in order. */
final class HeaderChecks implements AutoCloseable {
  private static final int AHEAD = 512;

  private final PictureIndex index;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          work -> {
            Thread thread = new Thread(work, "header check");
            thread.setDaemon(true);
            return thread;
          });

  HeaderChecks(PictureIndex index) {
    this.index = index;
  }

  /** Told of each file in turn. */
  interface Listener {
    /** Asked before the outcome is waited for; may throw to end the scan. */
    void before();

    /** What was found. */
    void outcome(Path file, Findings findings);
  }

  void run(List<Map.Entry<Path, BasicFileAttributes>> files, Listener listener) {
    Iterator<Map.Entry<Path, BasicFileAttributes>> remaining = files.iterator();
    Deque<Future<Findings>> pending = new ArrayDeque<>();
    for (Map.Entry<Path, BasicFileAttributes> file : files) {
      while (pending.size() < AHEAD && remaining.hasNext()) {
        pending.add(start(remaining.next()));
      }
      listener.before();
      listener.outcome(file.getKey(), result(pending.remove()));
    }
  }

  private Future<Findings> start(Map.Entry<Path, BasicFileAttributes> file) {
    Findings known = index.known(file.getKey(), file.getValue());
    return known != null
        ? CompletableFuture.completedFuture(known)
        : threads.submit(() -> index.check(file.getKey(), file.getValue()));
  }

  private static Findings result(Future<Findings> check) {
    try {
      return check.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while looking through pictures.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A picture could not be looked at.", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
