package io.thaw.tuning;

import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.engine.Normalizer;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Decodes pictures for a network of which no part is cut off. */
final class PictureIntake {
  private final PictureReader reader;
  private final Normalizer normalizer;
  private final Path spillFolder;
  private final Consumer<JobEvent> events;
  private final CancelToken cancel;
  private final BiConsumer<PictureView, ImageProblem> unreadable;
  private Progress progress;
  private long waitNanos;
  private long records;

  PictureIntake(
      PictureReader reader,
      Normalizer normalizer,
      Path spillFolder,
      Consumer<JobEvent> events,
      CancelToken cancel,
      BiConsumer<PictureView, ImageProblem> unreadable) {
    this.reader = reader;
    this.normalizer = normalizer;
    this.spillFolder = spillFolder;
    this.events = events;
    this.cancel = cancel;
    this.unreadable = unreadable;
  }

  Intake.Sets takeIn(List<LabeledImage> train, ViewPlan plan, List<LabeledImage> validation) {
    int views = Math.max(1, plan.kept());
    progress = new Progress(Phase.PREFIX, (long) train.size() * views + validation.size(), events);
    return new Intake.Sets(samples(train, plan), samples(validation, ViewPlan.PLAIN));
  }

  /** Fresh views are not kept, but pictures are read once: to know that they can be. */
  private PictureSamples samples(List<LabeledImage> images, ViewPlan plan) {
    RecordStore store = new RecordStore(normalizer.size(), memoryBudget(), spillFolder);
    List<LabeledImage> readable = new ArrayList<>();
    int views = Math.max(1, plan.kept());
    try (var decoded = plan.fresh() ? reader.keepSmall(images) : read(images, plan)) {
      while (decoded.hasNext() && !cancel.isCancelled()) {
        boolean whole = true;
        for (int i = 0; i < views; i++) {
          var next = timed(decoded);
          progress.advance(1);
          if (next.content() == null) {
            unreadable.accept(next.view(), next.problem());
            whole = false;
          } else if (whole && !plan.fresh()) {
            store.add(next.content());
          }
          if (whole && i == views - 1) {
            readable.add(next.view().image());
          }
        }
      }
    }
    records += store.count();
    return new PictureSamples(readable, plan, store, reader, normalizer);
  }

  private Ahead<PictureReader.Read<byte[]>> read(List<LabeledImage> images, ViewPlan plan) {
    return reader.read(views(images, plan).iterator(), rgb -> rgb);
  }

  /** All views of the first picture, then those of the second, and so on. */
  private static List<PictureView> views(List<LabeledImage> images, ViewPlan plan) {
    List<PictureView> views = new ArrayList<>();
    for (LabeledImage image : images) {
      for (int i = 0; i < plan.kept(); i++) {
        views.add(plan.numbered(image, i));
      }
    }
    return views;
  }

  private PictureReader.Read<byte[]> timed(Ahead<PictureReader.Read<byte[]>> decoded) {
    long start = System.nanoTime();
    var next = decoded.next();
    waitNanos += System.nanoTime() - start;
    return next;
  }

  /** A third of the heap for each of the two sets; the rest goes to disk. */
  private static long memoryBudget() {
    return Runtime.getRuntime().maxMemory() / 3;
  }

  double waitSeconds() {
    return waitNanos / 1e9;
  }

  /** Views that were kept. */
  long records() {
    return records;
  }
}
