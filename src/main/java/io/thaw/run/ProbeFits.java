package io.thaw.run;

import io.thaw.evaluation.LinearProbe;
import io.thaw.job.CancelToken;
import io.thaw.network.ProbeNetwork.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Fits the classifiers of all points of a probe, several at a time. */
final class ProbeFits {
  /** Square arrays of a fit at the same time: five folds, their sum, and what is solved. */
  private static final int ARRAYS = 9;

  private final LinearProbe probe;
  private final float[][] rows;
  private final CancelToken cancel;

  /**
   * Fits to rows.
   *
   * @param rows a row for each sample of the probe, with the columns of all points
   */
  ProbeFits(LinearProbe probe, float[][] rows, CancelToken cancel) {
    this.probe = probe;
    this.rows = rows;
    this.cancel = cancel;
  }

  /**
   * What each point knows.
   *
   * @param done told how many points are done, on this thread
   * @throws CancellationException when cancelled
   */
  List<LinearProbe.Outcome> run(List<Point> points, IntConsumer done) {
    ExecutorService threads = Executors.newFixedThreadPool(threads(points), ProbeFits::thread);
    try {
      List<Future<LinearProbe.Outcome>> pending =
          points.stream().map(point -> threads.submit(() -> fit(point))).toList();
      List<LinearProbe.Outcome> outcomes = new ArrayList<>();
      for (Future<LinearProbe.Outcome> outcome : pending) {
        outcomes.add(outcome.get());
        done.accept(outcomes.size());
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while classifiers were fitted.");
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private LinearProbe.Outcome fit(Point point) {
    if (cancel.isCancelled()) {
      throw new CancellationException("The probe was cancelled.");
    }
    return probe.evaluate(rows, point.from(), point.channels());
  }

  private static RuntimeException unwrapped(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }

  /** As many as there are processors and half of the heap has room for. */
  private int threads(List<Point> points) {
    long widest = points.stream().mapToInt(Point::channels).max().orElseThrow();
    long side = Math.min(widest, rows.length);
    long room = Runtime.getRuntime().maxMemory() / 2 / (ARRAYS * side * side * Double.BYTES);
    return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), room));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "probe");
    thread.setDaemon(true);
    return thread;
  }
}
