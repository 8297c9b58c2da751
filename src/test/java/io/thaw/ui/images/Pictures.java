package io.thaw.ui.images;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Makes folders of pictures. */
final class Pictures {
  private Pictures() {}

  /** A class of plain pictures, no two of them alike. */
  static void classOf(Path folder, String name, int count, Color colour) throws IOException {
    Path classFolder = Files.createDirectories(folder.resolve(name));
    for (int i = 0; i < count; i++) {
      BufferedImage picture = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < 16; x++) {
        for (int y = 0; y < 12; y++) {
          picture.setRGB(x, y, x == i ? 0 : colour.getRGB());
        }
      }
      ImageIO.write(picture, "png", classFolder.resolve("picture" + i + ".png").toFile());
    }
  }
}
