package io.thaw.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** What plain DJL sees where no plug-ins are installed. */
final class JdkReading {
  private JdkReading() {}

  /** What the JDK's {@code ImageIO.read} gives without plug-ins. */
  static BufferedImage image(Path file, String format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    while (!reader.getClass().getName().startsWith("com.sun.")) {
      reader = readers.next();
    }
    try (FileImageInputStream stream = new FileImageInputStream(file.toFile())) {
      reader.setInput(stream, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /** The same as {@code getRGB} values, interleaved. */
  static byte[] rgb(Path file, String format) throws IOException {
    BufferedImage image = image(file, format);
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    byte[] rgb = new byte[3 * pixels.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (pixels[i / 3] >> 8 * (2 - i % 3));
    }
    return rgb;
  }
}
