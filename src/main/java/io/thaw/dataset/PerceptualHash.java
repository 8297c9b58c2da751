package io.thaw.dataset;

import java.util.Arrays;

/**
 * A hash that differs in few bits between versions of a picture: the signs, against their median,
 * of the 63 lowest frequencies but the mean of a discrete cosine transform of the picture's
 * brightness at 32 x 32 pixels (C. Zauner, "Implementation and Benchmarking of Perceptual Image
 * Hash Functions", 2010).
 */
final class PerceptualHash {
  private static final int SIZE = 32;
  private static final int LOW = 8;
  private static final double[][] WAVES = waves();

  private PerceptualHash() {}

  private static double[][] waves() {
    double[][] waves = new double[LOW][SIZE];
    for (int frequency = 0; frequency < LOW; frequency++) {
      for (int i = 0; i < SIZE; i++) {
        waves[frequency][i] = Math.cos(Math.PI * frequency * (2 * i + 1) / (2 * SIZE));
      }
    }
    return waves;
  }

  /**
   * The hash.
   *
   * @param picture of 32 x 32 pixels
   */
  static long of(Pixels picture) {
    double[] frequencies = transform(brightness(picture.rgb()));
    double[] sorted = Arrays.copyOfRange(frequencies, 1, frequencies.length);
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    long hash = 0;
    for (int i = 1; i < frequencies.length; i++) {
      hash |= frequencies[i] > median ? 1L << i : 0;
    }
    return hash;
  }

  /** Luma of ITU-R BT.601. */
  private static double[] brightness(byte[] rgb) {
    double[] grey = new double[SIZE * SIZE];
    for (int i = 0; i < grey.length; i++) {
      int at = 3 * i;
      grey[i] =
          0.299 * (rgb[at] & 0xff) + 0.587 * (rgb[at + 1] & 0xff) + 0.114 * (rgb[at + 2] & 0xff);
    }
    return grey;
  }

  /** The lowest frequencies, {@code [8, 8]}, first along rows, then along columns. */
  private static double[] transform(double[] grey) {
    double[] rows = new double[SIZE * LOW];
    for (int y = 0; y < SIZE; y++) {
      for (int u = 0; u < LOW; u++) {
        double sum = 0;
        for (int x = 0; x < SIZE; x++) {
          sum += grey[y * SIZE + x] * WAVES[u][x];
        }
        rows[y * LOW + u] = sum;
      }
    }
    double[] frequencies = new double[LOW * LOW];
    for (int v = 0; v < LOW; v++) {
      for (int u = 0; u < LOW; u++) {
        double sum = 0;
        for (int y = 0; y < SIZE; y++) {
          sum += rows[y * LOW + u] * WAVES[v][y];
        }
        frequencies[v * LOW + u] = sum;
      }
    }
    return frequencies;
  }
}
