package io.thaw.tuning;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.Augmentation;
import io.thaw.dataset.Fit;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureLoader;
import io.thaw.engine.DirectFloats;
import io.thaw.engine.FrozenRunner;
import io.thaw.engine.Normalizer;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns pictures into {@link Samples}, once per run: decoding, and the frozen prefix where there is
 * one. Pictures that cannot be read are left out and reported.
 */
public final class Intake {
  private static final int BATCH = 32;

  private final InputSpec input;
  private final Normalizer normalizer;
  private final Path spillFolder;
  private final Consumer<JobEvent> events;
  private final CancelToken cancel;
  private final List<ImageProblem> problems = new ArrayList<>();
  private final Progress progress;
  private long decodeNanos;
  private long prefixNanos;

  /**
   * An intake.
   *
   * @param total pictures that will be taken in, for the progress
   * @param spillFolder for what does not fit in memory
   */
  public Intake(
      InputSpec input, int total, Path spillFolder, Consumer<JobEvent> events, CancelToken cancel) {
    this.input = input;
    this.normalizer = new Normalizer(input);
    this.spillFolder = spillFolder;
    this.events = events;
    this.cancel = cancel;
    this.progress = new Progress(Phase.PREFIX, total, events);
  }

  /**
   * Decodes pictures and keeps them as they are; stops early when cancelled.
   *
   * @param augmentation applied whenever a sample is read for training
   */
  public Samples pictures(List<LabeledImage> images, Augmentation augmentation) {
    PictureSamples samples = new PictureSamples(input, augmentation, memoryBudget(), spillFolder);
    try (DecodedPictures decoded = decoder(images)) {
      for (var next = timed(decoded); next != null; next = timed(decoded)) {
        if (next.rgb() != null) {
          samples.add(next.rgb(), next.image().label());
        }
      }
    }
    return samples;
  }

  /** Runs the frozen prefix over pictures and keeps what it yields; stops early when cancelled. */
  public Samples features(List<LabeledImage> images, FrozenRunner prefix) {
    int size = Math.toIntExact(prefix.boundary().elements());
    FeatureSamples samples = new FeatureSamples(size, memoryBudget(), spillFolder);
    float[] batch = new float[BATCH * normalizer.size()];
    int[] labels = new int[BATCH];
    int filled = 0;
    try (DecodedPictures decoded = decoder(images)) {
      for (var next = timed(decoded); next != null; next = timed(decoded)) {
        if (next.rgb() == null) {
          continue;
        }
        normalizer.write(next.rgb(), batch, filled * normalizer.size());
        labels[filled++] = next.image().label();
        if (filled == BATCH) {
          flush(prefix, batch, labels, filled, samples);
          filled = 0;
        }
      }
      if (filled > 0) {
        flush(prefix, batch, labels, filled, samples);
      }
    }
    return samples;
  }

  private DecodedPictures decoder(List<LabeledImage> images) {
    PictureLoader loader =
        new PictureLoader(
            input.width(), input.height(), input.centerCrop() ? Fit.CROP : Fit.STRETCH);
    return new DecodedPictures(images, loader, Runtime.getRuntime().availableProcessors());
  }

  /** The next picture; null at the end or when cancelled. Notes problems and time on the way. */
  private DecodedPictures.Decoded timed(DecodedPictures decoded) {
    if (cancel.isCancelled()) {
      return null;
    }
    long start = System.nanoTime();
    DecodedPictures.Decoded next = decoded.next();
    decodeNanos += System.nanoTime() - start;
    if (next != null) {
      progress.advance(1);
      if (next.problem() != null) {
        problems.add(new ImageProblem(next.image().file(), next.problem()));
        events.accept(new JobEvent.ProblemFound(next.image().file().toString(), next.problem()));
      }
    }
    return next;
  }

  private void flush(
      FrozenRunner prefix, float[] batch, int[] labels, int count, FeatureSamples into) {
    long start = System.nanoTime();
    FloatBuffer pictures = DirectFloats.allocate(batch.length).put(0, batch);
    FloatBuffer boundary = DirectFloats.allocate((long) count * into.size());
    prefix.run(pictures, count, boundary);
    prefixNanos += System.nanoTime() - start;
    float[] features = new float[boundary.capacity()];
    boundary.get(0, features);
    for (int i = 0; i < count; i++) {
      into.add(features, i * into.size(), labels[i]);
    }
  }

  /** A third of the heap for each of the two sets; the rest goes to disk. */
  private static long memoryBudget() {
    return Runtime.getRuntime().maxMemory() / 3;
  }

  /** Pictures that were left out. */
  public List<ImageProblem> problems() {
    return List.copyOf(problems);
  }

  /** Seconds spent waiting for decoded pictures. */
  public double decodeSeconds() {
    return decodeNanos / 1e9;
  }

  /** Seconds spent in the frozen prefix. */
  public double prefixSeconds() {
    return prefixNanos / 1e9;
  }
}
