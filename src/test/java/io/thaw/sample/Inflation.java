package io.thaw.sample;

import java.util.stream.IntStream;

/**
 * Gives a flat outline volume: solves u_xx + u_yy = -4 inside it with u = 0 at its edge. For a disc
 * the square root of u is exactly a half sphere; other outlines swell just as smoothly.
 */
final class Inflation {
  private static final int ROUNDS = 140;
  private static final float OVERRELAXATION = 1.88f;

  private Inflation() {}

  /** The solution in pixels squared; solved on every second pixel, which is smooth enough. */
  static Field of(Field mask) {
    int half = mask.size / 2;
    Field inside = new Field(half);
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        inside.values[y * half + x] = mask.at(2 * x, 2 * y) + mask.at(2 * x + 1, 2 * y + 1);
      }
    }
    return enlarged(solved(inside), mask.size);
  }

  private static Field solved(Field inside) {
    Field u = new Field(inside.size);
    int n = u.size;
    int[] interior =
        IntStream.range(n + 1, n * (n - 1) - 1).filter(i -> inside.values[i] > 0.8f).toArray();
    float[] v = u.values;
    for (int round = 0; round < ROUNDS; round++) {
      for (int i : interior) {
        float target = (v[i - 1] + v[i + 1] + v[i - n] + v[i + n] + 4) / 4;
        v[i] += OVERRELAXATION * (target - v[i]);
      }
    }
    return u;
  }

  private static Field enlarged(Field u, int size) {
    Field result = new Field(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        result.values[y * size + x] = 4 * between(u, x / 2f - 0.25f, y / 2f - 0.25f);
      }
    }
    return result.blurred(1);
  }

  private static float between(Field u, float x, float y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float across = x - left;
    float down = y - top;
    float upper = u.at(left, top) * (1 - across) + u.at(left + 1, top) * across;
    float lower = u.at(left, top + 1) * (1 - across) + u.at(left + 1, top + 1) * across;
    return upper * (1 - down) + lower * down;
  }
}
