package io.thaw.sample;

import java.util.Random;

/** What lemons and oranges share: peel full of pores, and flesh in segments. */
final class Citrus {
  private Citrus() {}

  /** Peel whose colour runs from base to tint in soft clouds; pores are finer when more. */
  static Skin peel(Random random, Vec base, Vec tint, double pores, double depth) {
    int seed = Draw.seed(random);
    double spread = Draw.range(random, 0.2, 0.9);
    double gloss = Draw.range(random, 0.22, 0.42);
    return new Skin() {
      @Override
      public Surface at(double x, double y, double z) {
        double cloud = Noise.clouds(x * 1.2, y * 1.2, z * 1.2, seed);
        Vec colour =
            base.mix(tint, spread * Noise.step(0.4, 0.75, cloud)).times(0.86 + 0.25 * cloud);
        double pore = pore(x, y, z);
        return new Surface(colour.times(1 - 0.1 * pore), gloss, 0.22, 0.35);
      }

      @Override
      public double relief(double x, double y, double z) {
        return 0.02 * Noise.value(x * 2.4, y * 2.4, z * 2.4, seed + 5) - depth * pore(x, y, z);
      }

      private double pore(double x, double y, double z) {
        return Noise.step(0.5, 0.1, Noise.cells(x * pores, y * pores, z * pores, seed + 3));
      }
    };
  }

  /** Cuts a body through its middle, square to y, and shows its flesh, of the given radius. */
  static Piece half(Random random, Piece whole, Vec flesh, double radius) {
    int segments = 9 + random.nextInt(3);
    int seed = Draw.seed(random);
    Skin cut =
        new Skin() {
          @Override
          public Surface at(double x, double y, double z) {
            if (y < -0.015) {
              return whole.skin().at(x, y, z);
            }
            return flesh(x / radius, z / radius, segments, seed, flesh);
          }

          @Override
          public double relief(double x, double y, double z) {
            if (y < -0.015) {
              return whole.skin().relief(x, y, z);
            }
            return 0.012 * Noise.value(x * 14, 0, z * 14, seed);
          }
        };
    Solid solid = (x, y, z) -> Math.max(whole.solid().distance(x, y, z), y);
    return new Piece(solid, cut, whole.reach());
  }

  private static Surface flesh(double x, double z, int segments, int seed, Vec flesh) {
    double wide = Solid.hypot(x, z);
    double turn = (Math.atan2(z, x) / (2 * Math.PI) + 1) * segments;
    double wall = Math.abs(turn - Math.rint(turn)) * 2 * Math.PI / segments * wide;
    double pith = Math.max(Noise.step(0.035, 0.012, wall), Noise.step(0.85, 0.9, wide));
    pith = Math.max(pith, Noise.step(0.12, 0.07, wide));
    double ray = Math.rint(turn - 0.5);
    double sac = Noise.value(turn * 7, wide * 5 + 9 * Noise.hash((int) ray, 0, 0, seed), 0, seed);
    Vec juicy = flesh.times(0.7 + 0.55 * sac);
    Vec colour = juicy.mix(Vec.colour(0xf6edd0), pith);
    return new Surface(colour, 0.55 * (1 - pith), 0.15, 0.6);
  }
}
