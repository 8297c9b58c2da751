package io.thaw.sample;

import java.util.Random;

/** A single leaf, on a stem or lying about. */
final class Leaf {
  private Leaf() {}

  /** A leaf that grows out of a stem, upwards and to any side. */
  static Piece growing(Random random, Vec root, double length) {
    Turn turn =
        Turn.of(
            Draw.range(random, -0.6, 0.6),
            -Draw.range(random, 0.1, 0.7),
            6.28 * random.nextDouble());
    return blade(random, length).placed(turn, root);
  }

  /** From the origin along +x, bent downwards, thin; its vein in the middle. */
  static Piece blade(Random random, double length) {
    double belly = length * Draw.range(random, 0.2, 0.28);
    double sag = Draw.range(random, 0.1, 0.3) * length;
    double fold = Draw.range(random, 0.1, 0.4);
    Solid solid =
        (x, y, z) -> {
          double along = x / length;
          double inside = Math.max(0, Math.min(1, along));
          double wide = belly * Math.pow(Math.sin(Math.PI * Math.pow(inside, 0.8)), 0.8);
          double height = sag * (inside - 1.6 * inside * inside) + fold * Math.abs(z);
          double over = Math.max(0, Math.abs(z) - wide);
          double beyond = length * (along - inside);
          return 0.65 * (Math.sqrt(over * over + beyond * beyond + sq(y - height)) - 0.018);
        };
    return new Piece(solid, skin(random, length), length * 1.1);
  }

  private static double sq(double value) {
    return value * value;
  }

  private static Skin skin(Random random, double length) {
    Vec green = Draw.colour(random, 0x4f8a2e, 0x2f6b34, 0x6a9a3a, 0x447530, 0x8a9440, 0x9a7434);
    Vec pale = green.mix(Vec.colour(0xd8e8a0), 0.5);
    int seed = Draw.seed(random);
    return new Skin() {
      @Override
      public Surface at(double x, double y, double z) {
        double cloud = Noise.clouds(x * 3, 0, z * 3, seed);
        Vec colour = green.times(0.75 + 0.45 * cloud).mix(pale, 0.8 * vein(x, z));
        return new Surface(colour, 0.3, 0.25, 0.5);
      }

      @Override
      public double relief(double x, double y, double z) {
        return -0.012 * vein(x, z);
      }

      private double vein(double x, double z) {
        double side = Math.abs(z) / length;
        double branch = 7 * (x / length - 0.9 * side);
        double fine = 0.6 * Noise.step(0.1, 0.03, Math.abs(branch - Math.rint(branch)));
        return Math.max(Noise.step(0.022, 0.01, side), fine);
      }
    };
  }
}
