package io.thaw.tuning;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;

/** Prepares batches on a thread of its own, a few ahead of the one who takes them. */
final class Batches implements AutoCloseable {
  /** One that is taken and one that is prepared; a third if they are not large. */
  private static final int LEAST = 2;

  private static final int MOST = 3;
  private static final long MEMORY = 64L << 20;

  private final Samples samples;
  private final int size;
  private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(MOST);
  private final BlockingQueue<Prepared> ready = new ArrayBlockingQueue<>(MOST + 1);
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Batches::daemon);
  private Future<?> pass;
  private Batch taken;

  /** A batch, or what went wrong, or the end when there is neither. */
  private record Prepared(Batch batch, Throwable failure) {}

  /**
   * Batches of these samples.
   *
   * @param size samples in a batch at most
   */
  Batches(Samples samples, int size) {
    this.samples = samples;
    this.size = Math.min(size, samples.count());
    long bytes = (long) this.size * samples.size() * Float.BYTES;
    int count = MOST * bytes <= MEMORY ? MOST : LEAST;
    for (int i = 0; i < count; i++) {
      free.add(new Batch(this.size, samples.size(), samples.targetSize()));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "batches");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins a pass over samples.
   *
   * @param order indices of the samples
   * @param random source of changes, used by nobody else until the pass ends; null for none
   */
  void start(int[] order, SplittableGenerator random) {
    start(order, random, 0);
  }

  /**
   * Begins a pass over samples in its midst.
   *
   * @param skipped batches at its beginning that are left out; the others are as they would be
   */
  void start(int[] order, SplittableGenerator random, int skipped) {
    if (pass != null) {
      throw new IllegalStateException("The last pass did not end.");
    }
    pass = thread.submit(() -> prepare(order, random, skipped));
  }

  /**
   * Each batch has random numbers of its own, so that one depends on no other: whoever leaves some
   * out need not know how many numbers they would have drawn.
   */
  private void prepare(int[] order, SplittableGenerator randoms, int skipped) {
    try {
      for (int start = 0; start < order.length; start += size) {
        RandomGenerator random = randoms == null ? null : randoms.split();
        if (start / size < skipped) {
          continue;
        }
        Batch batch = free.take();
        int count = Math.min(size, order.length - start);
        samples.read(order, start, count, random, batch.data());
        if (batch.targets() != null) {
          samples.readTargets(order, start, count, batch.targets());
        }
        for (int i = 0; i < count; i++) {
          batch.labels()[i] = samples.label(order[start + i]);
        }
        batch.setCount(count);
        ready.put(new Prepared(batch, null));
      }
      ready.put(new Prepared(null, null));
    } catch (InterruptedException e) {
      // The pass was given up; nobody waits for more.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      ready.add(new Prepared(null, e));
    }
  }

  /** The next batch, valid until the next call; null at the end of the pass. */
  Batch next() {
    if (taken != null) {
      free.add(taken);
      taken = null;
    }
    Prepared next = take();
    if (next.failure instanceof Error failure) {
      throw failure;
    }
    if (next.failure instanceof RuntimeException failure) {
      throw failure;
    }
    taken = next.batch;
    if (taken == null) {
      pass = null;
    }
    return taken;
  }

  private Prepared take() {
    try {
      return ready.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a batch.", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      // Samples must not be closed under the thread that reads them.
      thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
