package io.thaw.tuning;

import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureLoader;
import io.thaw.dataset.UnreadablePictureException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Decodes pictures on all cores, a bounded number ahead, and hands them out in their order, so that
 * a run does not depend on which thread was faster.
 */
final class DecodedPictures implements AutoCloseable {
  private static final int AHEAD_PER_THREAD = 16;

  private final PictureLoader loader;
  private final ExecutorService threads;
  private final Iterator<LabeledImage> remaining;
  private final Deque<Future<Decoded>> pending = new ArrayDeque<>();
  private final int ahead;

  /**
   * A picture, or why there is none.
   *
   * @param rgb {@code [H, W, 3]}; null when the picture cannot be read
   * @param problem the reason; null when it can
   */
  record Decoded(LabeledImage image, byte[] rgb, String problem) {}

  DecodedPictures(List<LabeledImage> images, PictureLoader loader, int threadCount) {
    this.loader = loader;
    this.remaining = images.iterator();
    this.ahead = AHEAD_PER_THREAD * threadCount;
    this.threads =
        Executors.newFixedThreadPool(
            threadCount,
            work -> {
              Thread thread = new Thread(work, "decoder");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The next picture in order; null after the last. */
  Decoded next() {
    while (pending.size() < ahead && remaining.hasNext()) {
      LabeledImage image = remaining.next();
      pending.add(threads.submit(() -> decode(image)));
    }
    Future<Decoded> first = pending.poll();
    if (first == null) {
      return null;
    }
    try {
      return first.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while decoding pictures.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A picture could not be decoded.", e.getCause());
    }
  }

  private Decoded decode(LabeledImage image) {
    try {
      return new Decoded(image, loader.load(image.file()), null);
    } catch (UnreadablePictureException e) {
      return new Decoded(image, null, e.reason());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
