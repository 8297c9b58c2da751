package io.thaw.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A belly and a neck; green, yellow, russet or red, always speckled. */
final class Pear implements Subject {
  @Override
  public String name() {
    return "pear";
  }

  @Override
  public Turn rest(Random random, double height) {
    boolean stands = height < 0.75 && Draw.chance(random, 0.8);
    double tilt = stands ? Draw.range(random, 0, 0.22) : Draw.range(random, 1.6, 1.85);
    double spin = stands ? 6.28 * random.nextDouble() : Draw.range(random, -0.4, 0.4);
    return Turn.of(spin, tilt, Draw.broadside(random));
  }

  @Override
  public List<Piece> pieces(Random random) {
    double belly = Draw.range(random, 0.66, 0.76);
    double neck = Draw.range(random, 0.27, 0.36);
    double top = Draw.range(random, 0.56, 0.76);
    double bend = Draw.range(random, -0.16, 0.16);
    double melt = Draw.range(random, 0.58, 0.74);
    Solid body =
        (x, y, z) -> {
          double aside = x - bend * Noise.step(-0.3, 1, y);
          double lower = Solid.ellipsoid(aside, y + 0.36, z, belly, belly * 0.94, belly);
          double upper = Solid.ellipsoid(aside, y - top, z, neck, neck * 1.15, neck);
          double dimple = 0.12 * Math.exp(-(aside * aside + z * z) / 0.03);
          return (Solid.melt(lower, upper, melt) + (y < -0.5 ? dimple : 0)) * 0.85;
        };
    double end = top + neck * 1.05;
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(body, skin(random, end), 1.3));
    Vec bent = new Vec(bend + Draw.range(random, -0.05, 0.05), end + 0.18, 0);
    Vec tip = bent.plus(new Vec(Draw.range(random, -0.2, 0.2), 0.16, 0.05));
    pieces.add(
        new Piece(
            Solid.stalk(new Vec(bend, end - 0.1, 0), bent, tip, 0.05, 0.05),
            Skin.plain(0x54401f, 0.06, 0.6),
            1.6));
    if (Draw.chance(random, 0.3)) {
      pieces.add(Leaf.growing(random, bent, 0.85));
    }
    return pieces;
  }

  private static Skin skin(Random random, double end) {
    Vec base = Draw.colour(random, 0xb9bf45, 0x8fac3a, 0xa4b844, 0xdcc04c, 0xc8b83c, 0xb07f38);
    Vec blush = Draw.colour(random, 0xc4502f, 0xa83128, 0xb07a35);
    double strength = Draw.chance(random, 0.4) ? 0.05 : Draw.range(random, 0.3, 0.9);
    double side = Draw.range(random, 0, 6.28);
    double gloss = Draw.range(random, 0.14, 0.38);
    double freckles = Draw.range(random, 0.35, 0.8);
    int seed = Draw.seed(random);
    return new Skin() {
      @Override
      public Surface at(double x, double y, double z) {
        double cloud = Noise.clouds(x * 1.6, y * 1.6, z * 1.6, seed);
        double sunny = 0.5 + 0.5 * Math.cos(Math.atan2(z, x) - side) + 0.7 * (cloud - 0.5);
        Vec colour = base.mix(blush, strength * Noise.step(0.45, 1.05, sunny));
        colour = colour.times(0.82 + 0.32 * cloud);
        double dot = Noise.step(0.24, 0.1, Noise.cells(x * 13, y * 13, z * 13, seed + 1));
        colour = colour.mix(Vec.colour(0x6b4c22), freckles * dot);
        double rust = Noise.step(0.5, 0.1, end - y + 0.5 * cloud) + Noise.step(-0.85, -1.1, y);
        colour = colour.mix(Vec.colour(0x8a6530), 0.6 * rust * (0.5 + cloud));
        return new Surface(colour, gloss, 0.26, 0.3);
      }

      @Override
      public double relief(double x, double y, double z) {
        return 0.016 * Noise.value(x * 3, y * 3, z * 3, seed + 3)
            + 0.003 * Noise.value(x * 24, y * 24, z * 24, seed + 4);
      }
    };
  }
}
