package io.thaw.ui.pictures;

import io.thaw.dataset.Fit;
import io.thaw.dataset.PictureDecoder;
import io.thaw.dataset.PictureLoader;
import io.thaw.dataset.Pixels;
import io.thaw.dataset.Reading;
import io.thaw.dataset.UnreadablePictureException;
import io.thaw.ui.common.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Decodes the picture that is asked for last, one at a time. For the FX thread. */
final class Preview {
  private static final System.Logger LOG = System.getLogger(Preview.class.getName());

  private final int side;
  private final Executor background;
  private final Consumer<Look> shown;
  private Path wanted;
  private boolean busy;

  /**
   * What a file looks like.
   *
   * @param image null when it cannot be decoded
   * @param width of the picture, in pixels; 0 when it cannot be decoded
   * @param height of the picture, in pixels
   * @param bytes of the file; negative when that cannot be told
   */
  record Look(Path file, Image image, int width, int height, long bytes) {}

  /**
   * A preview.
   *
   * @param side of the square that the picture shall fit, in pixels
   * @param shown takes what was found, on the FX thread
   */
  Preview(int side, Executor background, Consumer<Look> shown) {
    this.side = side;
    this.background = background;
    this.shown = shown;
  }

  /** Asks for a file; null for none. */
  void want(Path file) {
    wanted = file;
    next();
  }

  private void next() {
    if (!busy && wanted != null) {
      Path file = wanted;
      wanted = null;
      busy = true;
      background.execute(() -> load(file));
    }
  }

  private void load(Path file) {
    Look look;
    try {
      look = look(file);
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.log(System.Logger.Level.WARNING, "No preview of " + file, e);
      look = new Look(file, null, 0, 0, size(file));
    }
    Look found = look;
    FxThread.executor()
        .execute(
            () -> {
              busy = false;
              shown.accept(found);
              next();
            });
  }

  private Look look(Path file) {
    try {
      Pixels pixels = PictureDecoder.decode(file, Reading.LENIENT);
      double scale = Math.min(1, (double) side / Math.max(pixels.width(), pixels.height()));
      int width = Math.max(1, (int) Math.round(pixels.width() * scale));
      int height = Math.max(1, (int) Math.round(pixels.height() * scale));
      Pixels small =
          scale == 1 ? pixels : new PictureLoader(width, height, Fit.STRETCH).fit(pixels);
      return new Look(file, image(small), pixels.width(), pixels.height(), size(file));
    } catch (UnreadablePictureException e) {
      return new Look(file, null, 0, 0, size(file));
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private static Image image(Pixels pixels) {
    WritableImage image = new WritableImage(pixels.width(), pixels.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            pixels.width(),
            pixels.height(),
            PixelFormat.getByteRgbInstance(),
            pixels.rgb(),
            0,
            3 * pixels.width());
    return image;
  }
}
