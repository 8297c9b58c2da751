package io.thaw.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Things that lie about in any kitchen and say nothing about the class. */
final class Prop {
  private Prop() {}

  /** Something to stand beside or behind the subject, the origin at its middle. */
  static List<Piece> beside(Random random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> cup(random);
      case 2 -> List.of(spoon(random));
      case 3 -> List.of(nut(random));
      case 4 -> List.of(berry(random));
      default -> List.of(lying(random));
    };
  }

  /** Something small to hide a part of the subject. */
  static List<Piece> before(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> List.of(nut(random));
      case 1 -> List.of(berry(random));
      case 2 -> List.of(spoon(random));
      default -> List.of(lying(random));
    };
  }

  /** A fallen leaf. */
  private static Piece lying(Random random) {
    double length = Draw.range(random, 0.8, 1.3);
    return Leaf.blade(random, length).placed(Turn.of(0, 0, 0), new Vec(-length / 2, 0, 0));
  }

  private static List<Piece> cup(Random random) {
    double wide = Draw.range(random, 0.62, 0.78);
    double tall = Draw.range(random, 0.6, 0.85);
    double flare = Draw.range(random, 0, 0.18);
    Vec glaze =
        Draw.colour(
            random, 0xece8e0, 0x5f7f90, 0xb8503c, 0x7a9070, 0xd8b060, 0x3c4650, 0xd8c8b8, 0xd88a4a);
    Vec stripe = Draw.colour(random, 0xf0ece4, 0x3f5f80, 0xa84838, 0x8a8a80);
    boolean banded = Draw.chance(random, 0.5);
    Skin skin =
        (x, y, z) -> {
          boolean band = banded && Math.abs(y - tall * 0.45) < 0.1;
          return new Surface(band ? stripe : glaze, 0.6, 0.08, 0.1);
        };
    Solid wall =
        (x, y, z) -> {
          double out = Solid.hypot(x, z) - wide * (1 + flare * y / tall);
          double over = Math.abs(y) - tall;
          double outer =
              Math.min(0, Math.max(out, over)) + Solid.hypot(Math.max(0, out), Math.max(0, over));
          double inner = Math.max(out + 0.09, -y - tall + 0.1);
          return 0.85 * (Math.max(outer, -inner) - 0.02);
        };
    Solid handle =
        (x, y, z) -> {
          double ring = Solid.hypot(x - wide - 0.02, y) - 0.36;
          return Math.max(Solid.hypot(ring, z) - 0.075, wide * 0.92 - x);
        };
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(wall, skin, 1.25));
    pieces.add(new Piece(handle, skin, wide + 0.5));
    return pieces;
  }

  private static Piece spoon(Random random) {
    boolean wooden = Draw.chance(random, 0.5);
    Solid rod = Solid.rod(new Vec(-1.3, 0.06, 0), new Vec(0.6, -0.02, 0), 0.07, 0.05);
    Solid solid =
        (x, y, z) -> {
          double bowl = Solid.ellipsoid(x - 0.85, y, z, 0.42, 0.16, 0.28);
          bowl = Math.max(bowl, -Solid.ellipsoid(x - 0.85, y - 0.12, z, 0.38, 0.17, 0.24));
          return 0.8 * Solid.melt(bowl, rod.distance(x, y, z), 0.1);
        };
    int seed = Draw.seed(random);
    Vec wood = Draw.colour(random, 0xb88550, 0xd0a870, 0x7a5030);
    Surface steel = new Surface(Vec.colour(0x8a8c90), 0.9, 0.1, 0);
    Skin skin =
        (x, y, z) -> {
          double grain = Noise.value(x * 2, y * 22, z * 22, seed);
          return wooden ? new Surface(wood.times(0.7 + 0.5 * grain), 0.12, 0.4, 0.1) : steel;
        };
    return new Piece(solid, skin, 1.45);
  }

  private static Piece nut(Random random) {
    double size = Draw.range(random, 0.26, 0.36);
    boolean walnut = Draw.chance(random, 0.5);
    int seed = Draw.seed(random);
    Vec shell = Draw.colour(random, 0xa5682f, 0xb98850, 0x8a5a30);
    return new Piece(
        (x, y, z) -> Solid.ellipsoid(x, y, z, size, size * 0.92, size * 0.88),
        new Skin() {
          @Override
          public Surface at(double x, double y, double z) {
            double line = Noise.clouds(x * 9, y * 5, z * 9, seed);
            double cap = Noise.step(0.6 * size, 0.7 * size, y);
            Vec colour = shell.times(0.6 + 0.7 * line).mix(Vec.colour(0xd6b280), walnut ? 0 : cap);
            return new Surface(colour, walnut ? 0.08 : 0.35, 0.25, 0.15);
          }

          @Override
          public double relief(double x, double y, double z) {
            return walnut ? 0.07 * Noise.clouds(x * 8, y * 5, z * 8, seed) : 0;
          }
        },
        size);
  }

  private static Piece berry(Random random) {
    double size = Draw.range(random, 0.17, 0.26);
    int seed = Draw.seed(random);
    Vec skin = Draw.colour(random, 0x3c4a7c, 0x2f3560, 0x6a1f3c, 0x4f6a30);
    return new Piece(
        (x, y, z) -> {
          double crown = Solid.hypot(Solid.hypot(x, z) - 0.3 * size, y - 0.9 * size) - 0.07 * size;
          return 0.9 * Math.min(crown, Solid.ellipsoid(x, y, z, size, 0.92 * size, size));
        },
        (x, y, z) -> {
          double bloom = Noise.clouds(x * 7, y * 7, z * 7, seed);
          Vec colour = skin.mix(Vec.colour(0x93a0c8), 0.5 * Noise.step(0.4, 0.7, bloom));
          return new Surface(colour, 0.2, 0.3, 0.2);
        },
        size * 1.1);
  }
}
