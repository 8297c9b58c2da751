package io.thaw.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Longish with a nipple at either end; yellow, half ripe, green, or as deep as an orange. */
final class Lemon implements Subject {
  @Override
  public String name() {
    return "lemon";
  }

  @Override
  public Turn rest(Random random, double height) {
    double tilt = Math.PI / 2 + Draw.range(random, -0.3, 0.3);
    return Turn.of(Draw.range(random, 0, 6.28), tilt, Draw.broadside(random));
  }

  @Override
  public List<Piece> pieces(Random random) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(whole(random, Draw.range(random, 0.66, 0.77)));
    pieces.add(
        new Piece(
            Solid.rod(new Vec(0, -1, 0), new Vec(0, -1.05, 0), 0.07, 0.06),
            Skin.plain(0x7a7a3a, 0.05, 0.7),
            1.3));
    if (Draw.chance(random, 0.3)) {
      pieces.add(Leaf.growing(random, new Vec(0, -1.02, 0), 0.95));
    }
    return pieces;
  }

  @Override
  public List<Piece> opened(Random random) {
    double thick = Draw.range(random, 0.66, 0.77);
    Vec flesh = Draw.colour(random, 0xf0d868, 0xe8dc8c, 0xc8d070, 0xeec860);
    return List.of(Citrus.half(random, whole(random, thick), flesh, thick));
  }

  private static Piece whole(Random random, double thick) {
    double nipple = Draw.range(random, 0.11, 0.17);
    double end = Draw.range(random, 0.98, 1.08);
    Solid body =
        (x, y, z) -> {
          double oval = Solid.ellipsoid(x, y, z, thick, 0.96, thick);
          double tip = Solid.ellipsoid(x, y - end, z, nipple, 0.2, nipple);
          double root = Solid.ellipsoid(x, y + end - 0.07, z, nipple * 1.2, 0.13, nipple * 1.2);
          return Solid.melt(Solid.melt(oval, tip, 0.24), root, 0.2) * 0.9;
        };
    Vec base =
        Draw.colour(random, 0xf0cc2f, 0xeec022, 0xe6cf45, 0xf2d23c, 0xc2c23a, 0x86a63a, 0xeeae2c);
    Vec tint = Draw.colour(random, 0xc8c840, 0xf2d860, 0xf0d048, 0xe8b030);
    return new Piece(body, Citrus.peel(random, base, tint, 16, 0.007), 1.35);
  }
}
