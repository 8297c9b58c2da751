package io.thaw.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import javax.imageio.ImageIO;

/** Makes small picture files for tests. */
final class Pictures {
  private Pictures() {}

  /** A picture with soft structure and a seed of its own, so that no two are equal. */
  static BufferedImage image(int width, int height, int type, long seed) {
    Random random = new Random(seed);
    int base = random.nextInt(0x1000000);
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, 0xFF000000 | (base + x * 0x030201 + y * 0x010305) & 0xFFFFFF);
      }
    }
    return image;
  }

  static Path write(Path file, BufferedImage image, String format) {
    try {
      Files.createDirectories(file.getParent());
      if (!ImageIO.write(image, format, file.toFile())) {
        throw new IllegalArgumentException("no writer for " + format);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path jpeg(Path file, long seed) {
    return write(file, image(40, 30, BufferedImage.TYPE_INT_RGB, seed), "jpg");
  }

  static Path png(Path file, long seed) {
    return write(file, image(8, 6, BufferedImage.TYPE_INT_RGB, seed), "png");
  }

  /** Writes {@code count} different pictures named 0.png, 1.png, ... into a class folder. */
  static void fill(Path folder, int count) {
    for (int i = 0; i < count; i++) {
      png(folder.resolve(i + ".png"), folder.getFileName().toString().hashCode() * 1000L + i);
    }
  }

  static Path bytes(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Other bytes of the same size and time, which only shows when the file is opened. */
  static void spoil(Path file) {
    try {
      FileTime time = Files.getLastModifiedTime(file);
      Files.write(file, new byte[(int) Files.size(file)]);
      Files.setLastModifiedTime(file, time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As if the file had lain there for years. */
  static void longAgo(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-05-04T03:02:01Z")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
