package io.thaw.tuning;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.Augmentation;
import io.thaw.dataset.Fit;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureLoader;
import io.thaw.dataset.Pixels;
import io.thaw.dataset.Reading;
import io.thaw.dataset.UnreadablePictureException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Reads views of pictures on all cores. */
final class PictureReader implements AutoCloseable {
  /** Enough that the threads go on while the network takes a batch in. */
  private static final int AHEAD = 64;

  private final PictureLoader whole;
  private final PictureLoader partial;
  private final Augmentation augmentation;
  private final boolean smooth;
  private final ExecutorService threads;

  /** A third of the heap: batches, the model and other sets need the rest. */
  private final SmallPictures small;

  /**
   * What became of a view.
   *
   * @param content null when it cannot be read
   * @param problem why; null when it can
   */
  record Read<T>(PictureView view, T content, ImageProblem problem) {}

  PictureReader(InputSpec input, Augmentation augmentation, boolean smooth) {
    this(input, augmentation, smooth, new SmallPictures(Runtime.getRuntime().maxMemory() / 3));
  }

  /** A reader for another size that shares what this one keeps; to be closed by itself. */
  PictureReader sharing(InputSpec input) {
    return new PictureReader(input, augmentation, smooth, small);
  }

  private PictureReader(
      InputSpec input, Augmentation augmentation, boolean smooth, SmallPictures small) {
    this.small = small;
    this.smooth = smooth;
    Fit fit = Fit.of(input.centerCrop());
    this.whole = new PictureLoader(input.width(), input.height(), fit);
    this.partial = new PictureLoader(input.width(), input.height(), fit, Reading.LENIENT);
    this.augmentation = augmentation;
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), PictureReader::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "decoder");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Reads views in their order.
   *
   * @param finish makes of the pixels {@code [H, W, 3]} what is wanted, on the same thread
   */
  <T> Ahead<Read<T>> read(Iterator<PictureView> views, Function<byte[], T> finish) {
    return new Ahead<>(threads, new Work<>(views, finish), AHEAD);
  }

  /** Runs something for each item on the same threads. */
  <T> Ahead<T> each(Iterator<Callable<T>> work) {
    return new Ahead<>(threads, work, AHEAD);
  }

  private final class Work<T> implements Iterator<Callable<Read<T>>> {
    private final Iterator<PictureView> views;
    private final Function<byte[], T> finish;

    Work(Iterator<PictureView> views, Function<byte[], T> finish) {
      this.views = views;
      this.finish = finish;
    }

    @Override
    public boolean hasNext() {
      return views.hasNext();
    }

    @Override
    public Callable<Read<T>> next() {
      PictureView view = views.next();
      return () -> {
        try {
          return new Read<>(view, finish.apply(load(view)), null);
        } catch (UnreadablePictureException e) {
          return new Read<>(view, null, e.problem());
        }
      };
    }
  }

  private PictureLoader loader(LabeledImage image) {
    return image.partial() ? partial : whole;
  }

  private byte[] load(PictureView view) throws UnreadablePictureException {
    Path file = view.image().file();
    PictureLoader loader = loader(view.image());
    if (!view.varied()) {
      return smooth ? loader.smooth(file) : loader.load(file);
    }
    Optional<Pixels> decoded = small.get(file);
    return decoded.isPresent()
        ? loader.view(decoded.get(), augmentation, view.seed())
        : loader.view(file, augmentation, view.seed());
  }

  /** Reads pictures once, to know that they can be, and keeps small ones for their views. */
  Ahead<Read<byte[]>> keepSmall(List<LabeledImage> images) {
    return new Ahead<>(
        threads,
        images.stream().<Callable<Read<byte[]>>>map(it -> () -> keepSmall(it)).iterator(),
        AHEAD);
  }

  private Read<byte[]> keepSmall(LabeledImage image) {
    PictureView view = PictureView.plain(image);
    try {
      loader(image).small(image.file()).ifPresent(pixels -> small.offer(image.file(), pixels));
      return new Read<>(view, new byte[0], null);
    } catch (UnreadablePictureException e) {
      return new Read<>(view, null, e.problem());
    }
  }

  @Override
  public void close() {
    // What was begun is given up by whoever began it, and ends soon.
    threads.shutdown();
  }
}
