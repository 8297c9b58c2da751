package io.thaw.sample;

import java.awt.image.BufferedImage;
import java.util.Random;

/** Turns light into a picture as a small camera does: exposure, white balance, vignette, noise. */
final class Film {
  private Film() {}

  static BufferedImage developed(float[] light, int side, Random random) {
    Vec balance = balance(light, random);
    double dark = Draw.range(random, 0.05, 0.4);
    double noise = Draw.range(random, 0.6, 3.2);
    double blur = Draw.range(random, 0, 0.22);
    double contrast = Draw.range(random, 0.6, 0.95);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double across = 2.0 * x / side - 1;
        double down = 2.0 * y / side - 1;
        double keep = 1 - dark * (across * across + down * down) / 2;
        Vec seen = softened(light, side, x, y, blur).times(balance).times(keep);
        double grain = random.nextGaussian() * noise;
        int red = screen(seen.x(), contrast, grain + random.nextGaussian() * noise * 0.4);
        int green = screen(seen.y(), contrast, grain);
        int blue = screen(seen.z(), contrast, grain + random.nextGaussian() * noise * 0.6);
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  /** Half way to a medium exposure, as a camera's automatic would do, with a cast of its own. */
  private static Vec balance(float[] light, Random random) {
    double sum = 0;
    for (float value : light) {
      sum += Math.min(value, 1.2);
    }
    double gain = Math.pow(0.26 * light.length / sum, 0.6) * Draw.range(random, 0.85, 1.15);
    double warm = Draw.range(random, -0.09, 0.09);
    double pink = Draw.range(random, -0.04, 0.04);
    return new Vec(gain * (1 + warm), gain * (1 - pink), gain * (1 - warm));
  }

  private static Vec softened(float[] light, int side, int x, int y, double blur) {
    Vec middle = pixel(light, side, x, y);
    Vec around =
        pixel(light, side, x - 1, y)
            .plus(pixel(light, side, x + 1, y))
            .plus(pixel(light, side, x, y - 1))
            .plus(pixel(light, side, x, y + 1));
    return middle.times(1 - 2.4 * blur).plus(around.times(0.6 * blur));
  }

  private static Vec pixel(float[] light, int side, int x, int y) {
    int column = Math.max(0, Math.min(side - 1, x));
    int i = 3 * (Math.max(0, Math.min(side - 1, y)) * side + column);
    return new Vec(light[i], light[i + 1], light[i + 2]);
  }

  private static int screen(double value, double contrast, double noise) {
    // A soft shoulder keeps highlights from turning into flat white.
    double toned = value < 0.6 ? value : 0.6 + 0.4 * (1 - Math.exp(-(value - 0.6) / 0.4));
    double shown = Math.pow(Math.max(0, toned), 1 / 2.2);
    double curved = shown + (contrast - 0.75) * 0.6 * (shown * shown * (3 - 2 * shown) - shown);
    return (int) Math.max(0, Math.min(255, Math.round(255 * curved + noise)));
  }
}
