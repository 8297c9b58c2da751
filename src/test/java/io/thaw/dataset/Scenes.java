package io.thaw.dataset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws scenes that can be saved in several sizes and qualities, as photographs are. */
final class Scenes {
  private Scenes() {}

  /** The scene of a number: circles of all sizes and colours. */
  static BufferedImage draw(long seed, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Random random = new Random(1000 + seed);
    for (int i = 0; i < 25; i++) {
      graphics.setColor(new Color(random.nextInt(0x1000000)));
      double size = random.nextDouble() * 0.6;
      int x = (int) ((random.nextDouble() - 0.2) * width);
      int y = (int) ((random.nextDouble() - 0.2) * height);
      graphics.fillOval(x, y, (int) (size * width), (int) (size * height));
    }
    graphics.dispose();
    return image;
  }

  /** Writes a scene, of an aspect of 4:3. */
  static Path jpeg(Path file, long seed, int height, float quality) {
    return jpeg(file, draw(seed, height * 4 / 3, height), quality);
  }

  static Path jpeg(Path file, BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      Files.createDirectories(file.getParent());
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), how);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
