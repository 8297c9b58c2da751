package io.thaw.sample;

import java.util.Random;

/** Flat things to lay the subject upon: a plate, a board, a folded cloth. */
final class Ware {
  private Ware() {}

  /** How high the middle of each lies above the table. */
  static final double HEIGHT = 0.12;

  /** The origin lies on the table. */
  static Piece any(Random random) {
    return switch (random.nextInt(5)) {
      case 0, 1 -> plate(random);
      case 2, 3 -> board(random);
      default -> cloth(random);
    };
  }

  private static Piece plate(Random random) {
    double wide = Draw.range(random, 1.8, 2.5);
    double rim = Draw.range(random, 0.12, 0.26);
    Vec glaze =
        Draw.colour(
            random, 0xf0ece4, 0xe0e4e4, 0x50707c, 0x9ab0a0, 0xd8c098, 0x3f464c, 0xc87858, 0xe0c060);
    Vec line = Draw.colour(random, 0x3f5f90, 0x7a5a40, 0xb89850, 0xe8e4dc);
    int seed = Draw.seed(random);
    Solid solid =
        (x, y, z) -> {
          double from = Solid.hypot(x, z);
          double lift = rim * Noise.step(wide * 0.6, wide, from);
          double over = Math.max(0, from - wide);
          return 0.75 * (Solid.hypot(over, Math.max(0, Math.abs(y - 0.06 - lift) - 0.03)) - 0.03);
        };
    Skin skin =
        (x, y, z) -> {
          double from = Solid.hypot(x, z);
          double ring = Noise.step(0.06, 0.04, Math.abs(from - wide * 0.92));
          double mottle = 0.88 + 0.2 * Noise.clouds(x * 2.5, 0, z * 2.5, seed);
          return new Surface(glaze.times(mottle).mix(line, 0.8 * ring), 0.45, 0.12, 0.1);
        };
    return new Piece(solid, skin, wide + 0.3);
  }

  private static Piece board(Random random) {
    double wide = Draw.range(random, 1.9, 2.7);
    double deep = Draw.range(random, 1.4, 2);
    Skin planks = Table.planks(random, Draw.seed(random));
    Piece piece =
        new Piece(Solid.box(wide, 0.09, deep, 0.06), planks, Solid.hypot(wide, deep) + 0.1);
    return piece.placed(Turn.of(0, 0, 0), new Vec(0, HEIGHT - 0.09, 0));
  }

  private static Piece cloth(Random random) {
    double wide = Draw.range(random, 1.6, 2.4);
    double deep = Draw.range(random, 1.3, 1.9);
    int seed = Draw.seed(random);
    Skin weave = Draw.chance(random, 0.6) ? Table.checked(random, seed) : Table.linen(random, seed);
    Solid box = Solid.box(wide, 0.06, deep, 0.05);
    Solid solid =
        (x, y, z) -> 0.8 * box.distance(x, y - 0.05 * Noise.value(x * 1.2, 0, z * 1.2, seed), z);
    Skin flat =
        new Skin() {
          @Override
          public Surface at(double x, double y, double z) {
            return weave.at(x, y, z);
          }

          @Override
          public double relief(double x, double y, double z) {
            return 0.3 * weave.relief(x, y, z);
          }
        };
    return new Piece(solid, flat, Solid.hypot(wide, deep) + 0.1)
        .placed(Turn.of(0, 0, 0), new Vec(0, 0.03, 0));
  }
}
