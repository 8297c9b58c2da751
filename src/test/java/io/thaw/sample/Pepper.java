package io.thaw.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A bell pepper: three or four glossy lobes and a thick green stem; red, yellow, orange, green. */
final class Pepper implements Subject {
  @Override
  public String name() {
    return "pepper";
  }

  @Override
  public Turn rest(Random random, double height) {
    double tilt =
        Draw.chance(random, 0.5) ? Draw.range(random, 0, 0.35) : Draw.range(random, 1.4, 1.75);
    return Turn.of(Draw.range(random, 0, 6.28), tilt, Draw.range(random, 0, 6.28));
  }

  @Override
  public List<Piece> pieces(Random random) {
    int lobes = 3 + random.nextInt(2);
    double taper = Draw.range(random, 0.12, 0.34);
    double deep = Draw.range(random, 0.09, 0.14);
    double tall = Draw.range(random, 0.95, 1.2);
    double bend = Draw.range(random, -0.12, 0.12);
    Solid body =
        (x, y, z) -> {
          double up = y / tall;
          double turn = Math.atan2(z, x) + 0.25 * up;
          double furrow = 1 - Math.abs(Math.cos(lobes * turn / 2));
          double round = 1 - deep * 2.2 * furrow * furrow - deep * 0.4;
          double wide = Solid.hypot(x - bend * up * up, z) / ((1 + taper * up) * round);
          return 0.62
              * (Solid.hypot(Math.max(0, wide - 0.3), Math.max(0, Math.abs(up) - 0.32))
                  - 0.44
                  + hollow(wide, up));
        };
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(body, skin(random, tall, lobes), 1.4));
    Vec root = new Vec(bend * 0.3, 0.5 * tall, 0);
    Vec knee = new Vec(bend * 0.3, 0.82 * tall, 0);
    Vec tip = new Vec(Draw.range(random, -0.3, 0.3), tall + 0.12, Draw.range(random, -0.2, 0.2));
    Solid stalk = Solid.stalk(root, knee, tip, 0.11, 0.1);
    Solid stem =
        (x, y, z) ->
            Solid.melt(
                stalk.distance(x, y, z),
                Solid.ellipsoid(x - root.x(), y - root.y() - 0.12, z, 0.27, 0.06, 0.27),
                0.12);
    pieces.add(new Piece(stem, stemSkin(random), tall + 0.3));
    return pieces;
  }

  /** Sinks the top around the stem, and less so the bottom. */
  private static double hollow(double wide, double up) {
    return (up > 0 ? 0.24 : 0.14) * Math.exp(-wide * wide / 0.05);
  }

  private static Skin stemSkin(Random random) {
    int seed = Draw.seed(random);
    return (x, y, z) -> {
      double cloud = Noise.clouds(x * 6, y * 2, z * 6, seed);
      Vec colour = Vec.colour(0x55782c).mix(Vec.colour(0x8a9a48), cloud);
      return new Surface(colour, 0.15, 0.4, 0.3);
    };
  }

  private static Skin skin(Random random, double tall, int lobes) {
    Vec base =
        Draw.colour(
            random, 0xb3181a, 0xc42c1c, 0xe8b424, 0xeec030, 0xe07a1c, 0x4f7a28, 0x6a9032, 0x9ab03c);
    Vec tint = Draw.chance(random, 0.3) ? Vec.colour(0x6a8a30) : base.times(0.75);
    double part = Draw.range(random, 0.2, 0.8);
    int seed = Draw.seed(random);
    return new Skin() {
      @Override
      public Surface at(double x, double y, double z) {
        double cloud = Noise.clouds(x * 1.3, y * 1.3, z * 1.3, seed);
        double turn = Math.atan2(z, x) + 0.25 * y / tall;
        double furrow = Math.pow(1 - Math.abs(Math.cos(lobes * turn / 2)), 3);
        Vec colour = base.mix(tint, part * Noise.step(0.5, 0.75, cloud));
        colour = colour.times(0.9 + 0.2 * cloud).times(1 - 0.3 * furrow);
        return new Surface(colour, 0.8, 0.06, 0.3);
      }

      @Override
      public double relief(double x, double y, double z) {
        return 0.04 * Noise.value(x * 2.6, y * 2.6, z * 2.6, seed + 2);
      }
    };
  }
}
