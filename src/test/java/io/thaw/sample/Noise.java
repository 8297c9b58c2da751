package io.thaw.sample;

/** Smooth randomness in space: clouds, grain, pores. */
final class Noise {
  private Noise() {}

  /** 0 below the first bound, 1 above the second, smooth between; the bounds may be swapped. */
  static double step(double from, double to, double value) {
    double share = Math.max(0, Math.min(1, (value - from) / (to - from)));
    return share * share * (3 - 2 * share);
  }

  /** A number from 0 to 1 that follows from four whole numbers. */
  static double hash(int x, int y, int z, int seed) {
    int mixed = x * 0x8da6b343 + y * 0xd8163841 + z * 0xcb1ab31f + seed * 0x165667b1;
    mixed = (mixed ^ mixed >>> 15) * 0x2c1b3c6d;
    mixed = (mixed ^ mixed >>> 12) * 0x297a2d39;
    return ((mixed ^ mixed >>> 15) >>> 8) / (double) (1 << 24);
  }

  /** Random values at whole positions, smooth between them; 0 to 1. */
  static double value(double x, double y, double z, int seed) {
    int left = (int) Math.floor(x);
    int low = (int) Math.floor(y);
    int near = (int) Math.floor(z);
    double u = step(0, 1, x - left);
    double v = step(0, 1, y - low);
    double w = step(0, 1, z - near);
    double front = face(left, low, near, u, v, seed);
    return front + w * (face(left, low, near + 1, u, v, seed) - front);
  }

  private static double face(int x, int y, int z, double u, double v, int seed) {
    double corner = hash(x, y, z, seed);
    double lower = corner + u * (hash(x + 1, y, z, seed) - corner);
    corner = hash(x, y + 1, z, seed);
    double upper = corner + u * (hash(x + 1, y + 1, z, seed) - corner);
    return lower + v * (upper - lower);
  }

  /** Four octaves of {@link #value}, each twice as fine and half as strong; 0 to 1. */
  static double clouds(double x, double y, double z, int seed) {
    double sum = 0;
    double weight = 0.5;
    double fine = 1;
    for (int octave = 0; octave < 4; octave++) {
      sum += weight * value(x * fine, y * fine, z * fine, seed + octave);
      weight /= 2;
      fine *= 2.03;
    }
    return sum / 0.9375;
  }

  /** Distance to the nearest of points strewn one per unit cube; 0 to about 1. */
  static double cells(double x, double y, double z, int seed) {
    int left = (int) Math.floor(x);
    int low = (int) Math.floor(y);
    int near = (int) Math.floor(z);
    double least = 9;
    for (int i = left - 1; i <= left + 1; i++) {
      for (int j = low - 1; j <= low + 1; j++) {
        for (int k = near - 1; k <= near + 1; k++) {
          double dx = i + hash(i, j, k, seed) - x;
          double dy = j + hash(i, j, k, seed + 1) - y;
          double dz = k + hash(i, j, k, seed + 2) - z;
          least = Math.min(least, dx * dx + dy * dy + dz * dz);
        }
      }
    }
    return Math.sqrt(least);
  }
}
