package io.thaw.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A ball full of pores with a small green button; orange, yellow, half green, or flushed red. */
final class Orange implements Subject {
  @Override
  public String name() {
    return "orange";
  }

  @Override
  public Turn rest(Random random, double height) {
    return Turn.of(
        Draw.range(random, 0, 6.28), Draw.range(random, 0, 1.3), Draw.range(random, 0, 6.28));
  }

  @Override
  public List<Piece> pieces(Random random) {
    double tall = Draw.range(random, 0.86, 0.97);
    List<Piece> pieces = new ArrayList<>();
    pieces.add(whole(random, tall));
    double top = 0.95 * tall - 0.06;
    pieces.add(button(random, top));
    if (Draw.chance(random, 0.4)) {
      pieces.add(Leaf.growing(random, new Vec(0, top + 0.02, 0), 0.95));
    }
    return pieces;
  }

  @Override
  public List<Piece> opened(Random random) {
    Vec flesh = Draw.colour(random, 0xf0942c, 0xe8a040, 0xd86a28, 0xb83a2c, 0xe8b450);
    return List.of(Citrus.half(random, whole(random, 0.95), flesh, 0.95));
  }

  private static Piece whole(Random random, double tall) {
    double crease = Draw.range(random, 0, 0.03);
    Solid body =
        (x, y, z) -> {
          double ball = Solid.ellipsoid(x, y, z, 0.95, 0.95 * tall, 0.95);
          double wide = x * x + z * z;
          if (wide > 0.5) {
            return ball * 0.9;
          }
          double ribs = Math.cos(9 * Math.atan2(z, x)) * Math.exp(-wide / 0.12);
          double hollow = 0.09 * Math.exp(-wide / 0.02);
          return (ball + (y > 0 ? hollow + crease * ribs : 0)) * 0.9;
        };
    Vec base = Draw.colour(random, 0xe8841e, 0xe07018, 0xe89a2c, 0xe6a42c, 0xe68a20, 0xd8581e);
    Vec tint = Draw.colour(random, 0xe8a03a, 0xb8a83a, 0xd0682a, 0xc8481e, 0xe0902a);
    return new Piece(body, Citrus.peel(random, base, tint, 17, 0.008), 1.02);
  }

  /** What is left of the stem: a small star. */
  private static Piece button(Random random, double top) {
    double size = Draw.range(random, 0.09, 0.13);
    Solid star =
        (x, y, z) -> {
          double wide = 1 + 0.3 * Math.cos(5 * Math.atan2(z, x));
          return 0.6 * Solid.ellipsoid(x, y - top, z, size * wide, 0.05, size * wide);
        };
    int green = Draw.chance(random, 0.5) ? 0x5f7a30 : 0x6f5a30;
    return new Piece(star, Skin.plain(green, 0.08, 0.6), top + 0.2);
  }
}
