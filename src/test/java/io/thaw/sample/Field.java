package io.thaw.sample;

import java.awt.image.BufferedImage;

/** A square of numbers, one per pixel: a mask, a shadow, a height. */
final class Field {
  final int size;
  final float[] values;

  Field(int size) {
    this.size = size;
    this.values = new float[size * size];
  }

  /** The alpha channel of a square picture, 0 to 1. */
  static Field alpha(BufferedImage image) {
    Field field = new Field(image.getWidth());
    int[] pixels = image.getRGB(0, 0, field.size, field.size, null, 0, field.size);
    for (int i = 0; i < pixels.length; i++) {
      field.values[i] = (pixels[i] >>> 24) / 255f;
    }
    return field;
  }

  /** The value at the nearest position inside. */
  float at(int x, int y) {
    int column = Math.max(0, Math.min(size - 1, x));
    int row = Math.max(0, Math.min(size - 1, y));
    return values[row * size + column];
  }

  /** Three box filters in a row are close to a Gaussian one. */
  Field blurred(int radius) {
    Field field = this;
    for (int pass = 0; pass < 3 && radius > 0; pass++) {
      field = field.boxedAcross(radius).boxedAcross(radius);
    }
    return field;
  }

  /** Averages along rows and transposes, so that doing it twice covers both axes. */
  private Field boxedAcross(int radius) {
    Field result = new Field(size);
    for (int y = 0; y < size; y++) {
      float sum = 0;
      for (int x = -radius; x <= radius; x++) {
        sum += at(x, y);
      }
      for (int x = 0; x < size; x++) {
        result.values[x * size + y] = sum / (2 * radius + 1);
        sum += at(x + radius + 1, y) - at(x - radius, y);
      }
    }
    return result;
  }
}
