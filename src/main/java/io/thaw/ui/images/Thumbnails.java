package io.thaw.ui.images;

import io.thaw.dataset.Fit;
import io.thaw.dataset.PictureLoader;
import io.thaw.dataset.Reading;
import io.thaw.dataset.UnreadablePictureException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Small pictures, decoded in the background when first asked for and kept while they are few. The
 * one asked for last comes first, and where more are asked for than anybody can look at, as when
 * thousands are scrolled by, the oldest wishes are forgotten. For the FX thread.
 */
public final class Thumbnails {
  private static final System.Logger LOG = System.getLogger(Thumbnails.class.getName());
  private static final int KEPT = 1024;
  private static final int WAITING = 256;
  private static final int WORKERS =
      Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));

  private final PictureLoader loader;
  private final Executor background;
  private final Executor foreground;

  /** Wishes not yet begun, the newest first; the lock for itself and for {@link #working}. */
  private final Deque<Wish> waiting = new ArrayDeque<>();

  private final Map<Path, Thumbnail> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Thumbnail> eldest) {
          return size() > KEPT;
        }
      };
  private int working;

  private record Wish(Path file, Thumbnail thumbnail) {}

  /**
   * Square pictures; of files that end early, as much as there is.
   *
   * @param pixels along each side
   * @param background where files are decoded
   * @param foreground the FX thread
   */
  public Thumbnails(int pixels, Executor background, Executor foreground) {
    this.loader = new PictureLoader(pixels, pixels, Fit.CROP, Reading.LENIENT);
    this.background = background;
    this.foreground = foreground;
  }

  /** The small picture of a file. */
  public Thumbnail of(Path file) {
    Thumbnail known = cache.get(file);
    if (known != null) {
      return known;
    }
    Thumbnail thumbnail = new Thumbnail();
    cache.put(file, thumbnail);
    boolean another;
    synchronized (waiting) {
      waiting.push(new Wish(file, thumbnail));
      if (waiting.size() > WAITING) {
        cache.remove(waiting.removeLast().file);
      }
      another = working < WORKERS;
      working += another ? 1 : 0;
    }
    if (another) {
      background.execute(this::work);
    }
    return thumbnail;
  }

  private void work() {
    for (Wish wish = next(); wish != null; wish = next()) {
      decode(wish.file, wish.thumbnail);
    }
  }

  private Wish next() {
    synchronized (waiting) {
      Wish wish = waiting.poll();
      working -= wish == null ? 1 : 0;
      return wish;
    }
  }

  private void decode(Path file, Thumbnail thumbnail) {
    try {
      byte[] rgb = loader.load(file);
      foreground.execute(() -> thumbnail.show(picture(rgb)));
    } catch (UnreadablePictureException e) {
      LOG.log(System.Logger.Level.DEBUG, "No small picture: " + e.getMessage());
      foreground.execute(() -> thumbnail.fail(e.reason()));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.log(System.Logger.Level.WARNING, "No small picture of " + file, e);
      foreground.execute(() -> thumbnail.fail("cannot be shown"));
    }
  }

  private Image picture(byte[] rgb) {
    WritableImage picture = new WritableImage(loader.width(), loader.height());
    picture
        .getPixelWriter()
        .setPixels(
            0,
            0,
            loader.width(),
            loader.height(),
            PixelFormat.getByteRgbInstance(),
            rgb,
            0,
            3 * loader.width());
    return picture;
  }
}
