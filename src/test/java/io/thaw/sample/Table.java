package io.thaw.sample;

import java.util.Random;

/** What the things lie on: wood, cloth, stone, tiles, grass; each in many colours. */
final class Table {
  private Table() {}

  static Skin random(Random random) {
    int seed = Draw.seed(random);
    Skin skin =
        switch (random.nextInt(9)) {
          case 0, 1 -> planks(random, seed);
          case 2 -> linen(random, seed);
          case 3, 4 -> checked(random, seed);
          case 5 -> marble(random, seed);
          case 6 -> terrazzo(random, seed);
          case 7 -> tiles(random, seed);
          default -> grass(random, seed);
        };
    // Its pattern may run in any direction.
    Turn turn = Turn.about(new Vec(0, 1, 0), Draw.range(random, 0, Math.PI));
    return new Piece((x, y, z) -> y, skin, 0).placed(turn, Vec.ZERO).skin();
  }

  static Skin planks(Random random, int seed) {
    Vec wood =
        Draw.colour(
            random, 0xb98a5a, 0x8a5f3c, 0xd3b48c, 0xa39a90, 0x5d4331, 0x6f8f94, 0xdedad0, 0x55677a);
    double width = Draw.range(random, 0.8, 1.5);
    return new Skin() {
      @Override
      public Surface at(double x, double y, double z) {
        int plank = (int) Math.floor(z / width);
        double shade = 0.8 + 0.35 * Noise.hash(plank, 1, 2, seed);
        double bend = Noise.clouds(x * 0.5, plank * 5, z * 0.8, seed);
        double rings = Noise.value(x * 0.35, plank * 9, z * 13 + bend * 9, seed + 7);
        double grain = Noise.value(x * 2.5, plank, z * 60, seed + 9);
        double dark = 0.5 * rings + 0.28 * grain;
        double gap = Noise.step(0.03, 0.012, Math.abs(z / width - Math.rint(z / width)) * width);
        Vec colour = wood.times(shade * (1.25 - dark)).mix(wood.times(0.1), gap);
        return new Surface(colour, 0.16, 0.45, 0);
      }

      @Override
      public double relief(double x, double y, double z) {
        return 0.004 * Noise.value(x * 2.5, 3, z * 45, seed + 9);
      }
    };
  }

  static Skin linen(Random random, int seed) {
    Vec cloth =
        Draw.colour(
            random, 0xe8dfcc, 0xc9c2b0, 0x9fb0b8, 0xb8737a, 0x7f8f78, 0x4c5a70, 0xd8b070, 0xc0605a,
            0x8f9a45);
    return woven(seed, (x, z) -> cloth);
  }

  static Skin checked(Random random, int seed) {
    Vec ground = Draw.colour(random, 0xf0ebe0, 0xe6e2dc, 0xf3ead2);
    Vec stripe =
        Draw.colour(random, 0xb2383a, 0x3f6a9a, 0x6d8f55, 0xd0a03c, 0x7d7f86, 0xc8703a, 0x7a5a8a);
    double step = Draw.range(random, 0.3, 0.75);
    boolean crossed = Draw.chance(random, 0.65);
    return woven(
        seed,
        (x, z) -> {
          double across = band(x / step);
          double along = crossed ? band(z / step) : 0;
          return ground.mix(stripe, crossed ? 0.48 * (across + along) : 0.8 * across);
        });
  }

  private static double band(double at) {
    return Noise.step(0.22, 0.26, Math.abs(at - Math.rint(at)));
  }

  private interface Dye {
    Vec at(double x, double z);
  }

  private static Skin woven(int seed, Dye dye) {
    return new Skin() {
      @Override
      public Surface at(double x, double y, double z) {
        double thread = Noise.value(x * 40, 0, z * 6, seed) + Noise.value(x * 6, 4, z * 40, seed);
        return new Surface(dye.at(x, z).times(0.78 + 0.2 * thread), 0.03, 0.9, 0.2);
      }

      @Override
      public double relief(double x, double y, double z) {
        double fold = Noise.value(x * 0.9 + 0.4 * z, 0, z * 0.35, seed + 3);
        return 0.22 * fold * fold
            + 0.008 * Noise.value(x * 36, 0, z * 9, seed)
            + 0.008 * Noise.value(x * 9, 4, z * 36, seed);
      }
    };
  }

  static Skin marble(Random random, int seed) {
    Vec ground = Draw.colour(random, 0xe9e6e0, 0xd0ccc6, 0x50545a, 0x5c6e62, 0xb8a490, 0x33363c);
    Vec vein = ground.dot(new Vec(1, 1, 1)) > 0.8 ? Vec.colour(0x77757a) : Vec.colour(0xc8c4bc);
    return (x, y, z) -> {
      double twist = 3 * Noise.clouds(x * 0.6, 0, z * 0.6, seed);
      double line = Math.abs(Noise.clouds(x * 0.5 + twist, 2, z * 0.5 - twist, seed + 5) - 0.5);
      double strong = 0.55 * Noise.step(0.06, 0, line);
      double cloudy = Noise.clouds(x * 0.9, 7, z * 0.9, seed + 11);
      Vec colour = ground.times(0.8 + 0.35 * cloudy).mix(vein, strong);
      return new Surface(colour, 0.4, 0.16, 0.1);
    };
  }

  static Skin terrazzo(Random random, int seed) {
    Vec ground = Draw.colour(random, 0xe2dcd2, 0xcfc7bd, 0x8d8f90, 0x565a5e, 0xc4b09c);
    double fine = Draw.range(random, 4, 9);
    return (x, y, z) -> {
      double chip = Noise.cells(x * fine, 0.5, z * fine, seed);
      double kind = Noise.value(x * fine * 0.7, 9, z * fine * 0.7, seed + 4);
      Vec stone = kind < 0.42 ? Vec.colour(0x7a5a4a) : Vec.colour(0xf2eee6);
      stone = kind > 0.62 ? Vec.colour(0x5a6a70) : stone;
      Vec colour = ground.mix(stone, 0.7 * Noise.step(0.32, 0.24, chip));
      return new Surface(colour, 0.25, 0.3, 0);
    };
  }

  static Skin tiles(Random random, int seed) {
    Vec glaze =
        Draw.colour(random, 0xe6e2d6, 0x4f7f8a, 0x2f5578, 0x9a4f3a, 0x7a9a78, 0xd0a850, 0xc8ccc8);
    double width = Draw.range(random, 0.9, 1.5);
    return new Skin() {
      @Override
      public Surface at(double x, double y, double z) {
        int column = (int) Math.floor(x / width);
        int row = (int) Math.floor(z / width);
        double shade = 0.82 + 0.3 * Noise.hash(column, row, 0, seed);
        double mottle = 0.85 + 0.3 * Noise.clouds(x * 2, 0, z * 2, seed);
        Vec colour = glaze.times(shade * mottle).mix(Vec.colour(0xb8b0a4), joint(x, z));
        return new Surface(colour, 0.5 * (1 - joint(x, z)), 0.12, 0);
      }

      @Override
      public double relief(double x, double y, double z) {
        return -0.02 * joint(x, z) + 0.03 * Noise.value(x * 1.4, 0, z * 1.4, seed);
      }

      private double joint(double x, double z) {
        double across = Math.abs(x / width - Math.rint(x / width)) * width;
        double along = Math.abs(z / width - Math.rint(z / width)) * width;
        return Noise.step(0.05, 0.025, Math.min(across, along));
      }
    };
  }

  static Skin grass(Random random, int seed) {
    Vec dark = Draw.colour(random, 0x2f4a1c, 0x3a5522, 0x4a5a28);
    Vec pale = Draw.colour(random, 0x74903a, 0x85984a, 0x9c9852, 0x5f8538);
    return new Skin() {
      @Override
      public Surface at(double x, double y, double z) {
        double top = blades(x, z);
        double patch = 0.75 + 0.5 * Noise.clouds(x * 0.7, 1, z * 0.7, seed);
        return new Surface(dark.mix(pale, 1.1 * top - 0.15).times(patch), 0.05, 0.6, 0.5);
      }

      @Override
      public double relief(double x, double y, double z) {
        return 0.07 * blades(x, z);
      }

      private double blades(double x, double z) {
        double most = 0;
        for (int layer = 0; layer < 4; layer++) {
          double angle = 0.4 + layer * 0.8;
          double across = x * Math.cos(angle) + z * Math.sin(angle);
          double along = z * Math.cos(angle) - x * Math.sin(angle);
          double wave = 0.3 * Noise.value(along * 1.5, layer, across, seed);
          most =
              Math.max(most, Noise.value(across * 17 + wave * 9, layer, along * 3, seed + layer));
        }
        return most * most;
      }
    };
  }
}
