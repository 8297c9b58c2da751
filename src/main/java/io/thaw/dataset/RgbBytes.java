package io.thaw.dataset;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;

/** Turns the JDK's many kinds of images into interleaved RGB bytes. */
final class RgbBytes {
  private RgbBytes() {}

  static Pixels of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[3 * width * height];
    boolean grey = isGrey(image);
    for (int y = 0; y < height; y++) {
      if (grey) {
        grey(image, y, rgb);
      } else if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
        bytes(image, y, rgb);
      } else {
        convert(image, y, rgb);
      }
    }
    return new Pixels(width, height, rgb);
  }

  /** Grey values as they are stored, with or without transparency; a palette is none. */
  private static boolean isGrey(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    int type = colours.getTransferType();
    return colours instanceof ComponentColorModel
        && colours.getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY)
        && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT)
        && !colours.isAlphaPremultiplied();
  }

  /** DJL takes bytes as stored too; {@code getRGB} would brighten them by a gamma curve. */
  private static void grey(BufferedImage image, int y, byte[] rgb) {
    int width = image.getWidth();
    int bands = image.getRaster().getNumBands();
    int most = image.getColorModel().getTransferType() == DataBuffer.TYPE_BYTE ? 0xFF : 0xFFFF;
    int[] row = image.getRaster().getPixels(0, y, width, 1, (int[]) null);
    for (int x = 0; x < width; x++) {
      int alpha = bands == 1 ? 0xFF : eightBits(row[bands * x + 1], most);
      int to = 3 * (y * width + x);
      rgb[to] = rgb[to + 1] = rgb[to + 2] = overWhite(eightBits(row[bands * x], most), alpha);
    }
  }

  private static int eightBits(int value, int most) {
    return most == 0xFF ? value : (value * 0xFF + most / 2) / most;
  }

  /** The usual photograph: the same values as {@code getRGB}, many times faster. */
  private static void bytes(BufferedImage image, int y, byte[] rgb) {
    // Data elements come in the order of the bands, red first, whatever their order in memory.
    int width = image.getWidth();
    byte[] row = (byte[]) image.getRaster().getDataElements(0, y, width, 1, null);
    System.arraycopy(row, 0, rgb, y * row.length, row.length);
  }

  private static void convert(BufferedImage image, int y, byte[] rgb) {
    int width = image.getWidth();
    int[] row = image.getRGB(0, y, width, 1, null, 0, width);
    for (int x = 0; x < width; x++) {
      int to = 3 * (y * width + x);
      int alpha = row[x] >>> 24;
      rgb[to] = overWhite(row[x] >> 16 & 0xFF, alpha);
      rgb[to + 1] = overWhite(row[x] >> 8 & 0xFF, alpha);
      rgb[to + 2] = overWhite(row[x] & 0xFF, alpha);
    }
  }

  private static byte overWhite(int value, int alpha) {
    return (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
  }
}
