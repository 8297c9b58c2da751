package io.thaw.sample;

import java.util.Random;

/** Draws lots. */
final class Draw {
  private Draw() {}

  static double range(Random random, double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  /** A turn about the upright that shows what points along +x from its side, not end on. */
  static double broadside(Random random) {
    return range(random, -0.85, 0.85) + (random.nextBoolean() ? Math.PI : 0);
  }

  static Vec colour(Random random, int... screen) {
    return Vec.colour(screen[random.nextInt(screen.length)]);
  }

  static int seed(Random random) {
    return random.nextInt(1 << 20);
  }

  static boolean chance(Random random, double share) {
    return random.nextDouble() < share;
  }
}
