package io.thaw.ui.images;

import io.thaw.dataset.Fit;
import io.thaw.dataset.PictureLoader;
import io.thaw.dataset.UnreadablePictureException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Small pictures, decoded in the background when first asked for and kept while they are few. */
final class Thumbnails {
  private static final System.Logger LOG = System.getLogger(Thumbnails.class.getName());
  private static final int KEPT = 1024;

  private final PictureLoader loader;
  private final Executor background;
  private final Executor foreground;
  private final Map<Path, ReadOnlyObjectWrapper<Image>> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, ReadOnlyObjectWrapper<Image>> eldest) {
          return size() > KEPT;
        }
      };

  Thumbnails(int pixels, Executor background, Executor foreground) {
    this.loader = new PictureLoader(pixels, pixels, Fit.CROP);
    this.background = background;
    this.foreground = foreground;
  }

  /** The small picture of a file: null until it is decoded, and for good if it cannot be. */
  ReadOnlyObjectProperty<Image> of(Path file) {
    return cache.computeIfAbsent(file, this::request).getReadOnlyProperty();
  }

  private ReadOnlyObjectWrapper<Image> request(Path file) {
    ReadOnlyObjectWrapper<Image> image = new ReadOnlyObjectWrapper<>();
    background.execute(() -> decode(file, image));
    return image;
  }

  private void decode(Path file, ReadOnlyObjectWrapper<Image> image) {
    try {
      byte[] rgb = loader.load(file);
      foreground.execute(() -> image.set(picture(rgb)));
    } catch (UnreadablePictureException e) {
      LOG.log(System.Logger.Level.WARNING, "No small picture: " + e.getMessage());
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
