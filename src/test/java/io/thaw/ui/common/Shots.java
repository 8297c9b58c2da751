package io.thaw.ui.common;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Pictures of windows, for people to look at. */
public final class Shots {
  private static final Path LATE = Path.of("target", "late");

  private Shots() {}

  /** Every window as it is now, into {@code target/late}; on the FX thread. */
  static void ofAllWindows(String name) {
    try {
      Files.createDirectories(LATE);
      int number = 0;
      for (Window window : Window.getWindows()) {
        if (window.getScene() != null) {
          File file = LATE.resolve(name + "-" + number++ + ".png").toFile();
          write(window.getScene().snapshot(null), file);
        }
      }
    } catch (IOException e) {
      // The test fails for a better reason.
      System.getLogger("tests").log(System.Logger.Level.WARNING, "no picture", e);
    }
  }

  public static void write(WritableImage image, File file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    ImageIO.write(copy, "png", file);
  }
}
