package io.thaw.tuning;

import io.thaw.engine.DirectFloats;
import io.thaw.engine.Normalizer;
import io.thaw.tuning.cache.HalfFloat;
import java.nio.FloatBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Decodes pictures and runs the frozen prefix over them, both at the same time. */
final class FeatureComputer {
  /** Pictures on which engines are compared. */
  static final int COMPARED = 4;

  private static final int BATCH = 16;

  private final PictureReader reader;
  private final Normalizer normalizer;
  private final Prefix prefix;
  private final FloatBuffer pictures;
  private final FloatBuffer features;
  private final PictureView[] views = new PictureView[BATCH];
  private long waitNanos;
  private long prefixNanos;

  /** Takes what was computed, in the order of the views. */
  interface Sink {
    /**
     * One boundary tensor, rounded as the cache would.
     *
     * @param features holds it from {@code at} on, until this method returns
     */
    void features(PictureView view, FloatBuffer features, int at);

    /** A picture that cannot be read. */
    void unreadable(PictureView view, String reason);
  }

  FeatureComputer(PictureReader reader, Normalizer normalizer, Prefix prefix) {
    this.reader = reader;
    this.normalizer = normalizer;
    this.prefix = prefix;
    this.pictures = DirectFloats.allocate((long) BATCH * normalizer.size());
    this.features = DirectFloats.allocate((long) BATCH * prefix.size());
  }

  /** Makes sure that the engine is loaded, comparing engines on the first of these pictures. */
  synchronized void open(List<PictureView> from) {
    int filled = 0;
    try (var decoded = decode(from.iterator())) {
      while (filled < COMPARED && decoded.hasNext()) {
        var next = decoded.next();
        if (next.content() != null) {
          pictures.put(filled++ * normalizer.size(), next.content());
        }
      }
    }
    if (filled > 0) {
      prefix.open(pictures, filled);
    }
  }

  /** Computes the boundary tensors of views; stops early when asked to. */
  synchronized void compute(Iterator<PictureView> wanted, Sink sink, BooleanSupplier stop) {
    int filled = 0;
    try (var decoded = decode(wanted)) {
      while (decoded.hasNext() && !stop.getAsBoolean()) {
        var next = timed(decoded);
        if (next.content() == null) {
          sink.unreadable(next.view(), next.problem());
          continue;
        }
        pictures.put(filled * normalizer.size(), next.content());
        views[filled++] = next.view();
        if (filled == BATCH) {
          flush(filled, sink);
          filled = 0;
        }
      }
    }
    if (filled > 0 && !stop.getAsBoolean()) {
      flush(filled, sink);
    }
  }

  private Ahead<PictureReader.Read<float[]>> decode(Iterator<PictureView> wanted) {
    return reader.read(
        wanted,
        rgb -> {
          float[] normalised = new float[normalizer.size()];
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
      HalfFloat.round(features, i * prefix.size(), prefix.size());
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
