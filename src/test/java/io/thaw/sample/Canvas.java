package io.thaw.sample;

import java.awt.image.BufferedImage;

/** A square picture in linear light, where adding and multiplying are what light does. */
final class Canvas {
  final int size;
  final float[] light;

  Canvas(BufferedImage backdrop) {
    size = backdrop.getWidth();
    light = new float[3 * size * size];
    int[] pixels = backdrop.getRGB(0, 0, size, size, null, 0, size);
    for (int i = 0; i < light.length; i++) {
      light[i] = linear(pixels[i / 3] >> 8 * (2 - i % 3) & 0xFF);
    }
  }

  static float linear(int value) {
    return (float) Math.pow(value / 255.0, 2.2);
  }

  void darken(Field shadow, double strength, int right, int down) {
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        float keep = (float) (1 - strength * shadow.at(x - right, y - down));
        int i = 3 * (y * size + x);
        // Light that reaches a shadow comes from the sky: it stays a little bluer.
        light[i] *= keep;
        light[i + 1] *= keep;
        light[i + 2] *= keep + 0.06f * (1 - keep);
      }
    }
  }

  void blend(int pixel, double[] colour, float share) {
    for (int c = 0; c < 3; c++) {
      int i = 3 * pixel + c;
      light[i] += share * ((float) colour[c] - light[i]);
    }
  }

  /** Averages blocks of 2 x 2 and goes back to screen values. */
  BufferedImage developed(float[] noise) {
    int half = size / 2;
    BufferedImage image = new BufferedImage(half, half, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          int i = 3 * (2 * y * size + 2 * x) + c;
          float sum = light[i] + light[i + 3] + light[i + 3 * size] + light[i + 3 * size + 3];
          rgb = rgb << 8 | screen(sum / 4, noise[y * half + x]);
        }
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }

  private static int screen(float value, float noise) {
    // A soft shoulder keeps highlights from turning into flat white.
    double toned = value < 0.7 ? value : 0.7 + 0.3 * (1 - Math.exp(-(value - 0.7) / 0.3));
    double shown = 255 * Math.pow(Math.max(0, toned), 1 / 2.2) + noise;
    return (int) Math.max(0, Math.min(255, Math.round(shown)));
  }
}
