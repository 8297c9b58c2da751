package io.thaw.tuning;

import io.thaw.dataset.ImageProblem;
import io.thaw.engine.DirectFloats;
import io.thaw.engine.Normalizer;
import io.thaw.tuning.cache.HalfFloat;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** Decodes pictures and runs the frozen prefix over them, both at the same time. */
final class FeatureComputer {
  /** Pictures on which engines are compared. */
  static final int COMPARED = 4;

  private static final int BATCH = 16;

  private final PictureReader reader;
  private final Normalizer normalizer;
  private final Prefix prefix;
  private final boolean rounded;
  private final FloatBuffer pictures;
  private final FloatBuffer features;
  private final PictureView[] views = new PictureView[BATCH];

  /** Arrays that were copied into a batch and can be written again. */
  private final Queue<float[]> arrays = new ConcurrentLinkedQueue<>();

  private long waitNanos;
  private long prefixNanos;

  /** Takes what was computed, in the order of the views. */
  interface Sink {
    /**
     * One boundary tensor.
     *
     * @param features holds it from {@code at} on, until this method returns
     */
    void features(PictureView view, FloatBuffer features, int at);

    /** A picture that cannot be read. */
    void unreadable(PictureView view, ImageProblem problem);
  }

  /** A computer of boundary tensors as the cache would round them. */
  FeatureComputer(PictureReader reader, Normalizer normalizer, Prefix prefix) {
    this(reader, normalizer, prefix, true);
  }

  /**
   * A computer of boundary tensors.
   *
   * @param rounded whether to round them as the cache would
   */
  FeatureComputer(PictureReader reader, Normalizer normalizer, Prefix prefix, boolean rounded) {
    this.reader = reader;
    this.normalizer = normalizer;
    this.prefix = prefix;
    this.rounded = rounded;
    this.pictures = DirectFloats.allocate((long) BATCH * normalizer.size());
    this.features = DirectFloats.allocate((long) BATCH * prefix.size());
  }

  /** Begins to decode views; nothing is computed before it is asked for. */
  Computation begin(Iterator<PictureView> wanted) {
    return new Computation(decode(wanted));
  }

  /** Computes the boundary tensors of views; stops early when asked to. */
  void compute(Iterator<PictureView> wanted, Sink sink, BooleanSupplier stop) {
    try (Computation computation = begin(wanted)) {
      computation.run(sink, stop);
    }
  }

  /** A pass over views, of which the first are looked at before the rest. */
  final class Computation implements AutoCloseable {
    private final Ahead<PictureReader.Read<float[]>> decoded;
    private final Deque<PictureReader.Read<float[]>> first = new ArrayDeque<>();

    private Computation(Ahead<PictureReader.Read<float[]>> decoded) {
      this.decoded = decoded;
    }

    /**
     * Makes sure that the engine is loaded, comparing engines on the first pictures; the next ones
     * are decoded meanwhile.
     */
    void open() {
      synchronized (FeatureComputer.this) {
        int filled = 0;
        while (filled < COMPARED && decoded.hasNext()) {
          var next = timed(decoded);
          first.add(next);
          if (next.content() != null) {
            pictures.put(filled++ * normalizer.size(), next.content());
          }
        }
        if (filled > 0) {
          prefix.open(pictures, filled);
        }
      }
    }

    /** Computes all of them; stops early when asked to. */
    void run(Sink sink, BooleanSupplier stop) {
      synchronized (FeatureComputer.this) {
        int filled = 0;
        while (hasNext() && !stop.getAsBoolean()) {
          var next = next();
          if (next.content() == null) {
            sink.unreadable(next.view(), next.problem());
            continue;
          }
          pictures.put(filled * normalizer.size(), next.content());
          arrays.add(next.content());
          views[filled++] = next.view();
          if (filled == BATCH) {
            flush(filled, sink);
            filled = 0;
          }
        }
        if (filled > 0 && !stop.getAsBoolean()) {
          flush(filled, sink);
        }
      }
    }

    private boolean hasNext() {
      return !first.isEmpty() || decoded.hasNext();
    }

    private PictureReader.Read<float[]> next() {
      return first.isEmpty() ? timed(decoded) : first.remove();
    }

    @Override
    public void close() {
      decoded.close();
    }
  }

  private Ahead<PictureReader.Read<float[]>> decode(Iterator<PictureView> wanted) {
    return reader.read(
        wanted,
        rgb -> {
          float[] used = arrays.poll();
          float[] normalised = used != null ? used : new float[normalizer.size()];
          normalizer.write(rgb, normalised, 0);
          return normalised;
        });
  }

  private PictureReader.Read<float[]> timed(Ahead<PictureReader.Read<float[]>> decoded) {
    long start = System.nanoTime();
    var next = decoded.next();
    waitNanos += System.nanoTime() - start;
    return next;
  }

  private void flush(int count, Sink sink) {
    long start = System.nanoTime();
    prefix.run(pictures, count, features);
    prefixNanos += System.nanoTime() - start;
    for (int i = 0; i < count; i++) {
      if (rounded) {
        HalfFloat.round(features, i * prefix.size(), prefix.size());
      }
      sink.features(views[i], features, i * prefix.size());
    }
  }

  /** Seconds spent waiting for decoded pictures. */
  synchronized double waitSeconds() {
    return waitNanos / 1e9;
  }

  /** Seconds spent in the frozen prefix. */
  synchronized double prefixSeconds() {
    return prefixNanos / 1e9;
  }
}
