package io.thaw.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What lies behind the table, far out of focus: a wall, a kitchen, a garden. */
final class Backdrop {
  private record Spot(
      double across, double high, double wide, double tall, double edge, Vec light) {
    boolean round() {
      return wide == tall;
    }
  }

  private final Vec low;
  private final Vec high;
  private final List<Spot> spots = new ArrayList<>();

  private Backdrop(Vec low, Vec high) {
    this.low = low;
    this.high = high;
  }

  static Backdrop random(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> wall(random);
      case 1 -> lights(random);
      case 2 -> kitchen(random);
      default -> garden(random);
    };
  }

  private static Backdrop wall(Random random) {
    Vec paint =
        Draw.colour(
            random, 0xd8cfc0, 0xb9c4c0, 0xc9b0a0, 0x8d9aa3, 0x6d5a50, 0x4a5660, 0xc2a878, 0x93a086,
            0xa05a48, 0xd7a63f);
    return new Backdrop(paint.times(0.9), paint.times(Draw.range(random, 0.35, 0.8)));
  }

  private static Backdrop lights(Random random) {
    Vec dark = Draw.colour(random, 0x2a3640, 0x3b2f26, 0x34402f, 0x4a3038, 0x555048);
    Backdrop backdrop = new Backdrop(dark.times(1.4), dark);
    for (int i = 0; i < 30; i++) {
      Vec lamp = Draw.colour(random, 0xffd9a0, 0xffe9c8, 0xc8e0b0, 0xb0cfe8, 0xffb08a, 0xff8a5a);
      backdrop.disc(random, lamp.times(Draw.range(random, 0.2, 0.9)));
    }
    return backdrop;
  }

  private static Backdrop kitchen(Random random) {
    Vec wall = Draw.colour(random, 0xe0d8c8, 0xc0ccc8, 0xd0bfa8, 0x8fa0a0, 0xb0a898);
    Backdrop backdrop = new Backdrop(wall.times(0.7), wall.times(0.8));
    double across = Draw.range(random, -0.4, 0.4);
    backdrop.spots.add(new Spot(across, 0.22, 0.17, 0.2, 0.08, new Vec(1.5, 1.55, 1.6)));
    backdrop.spots.add(new Spot(across, 0.22, 0.012, 0.2, 0.03, wall.times(0.5)));
    for (int i = 0; i < 12; i++) {
      Vec jar =
          Draw.colour(
              random, 0xb0703c, 0x5f7d8a, 0xd8b04a, 0xa83c30, 0x6f8a4a, 0xe8e0d0, 0x3c3a38,
              0xc8742c);
      double wide = Draw.range(random, 0.025, 0.09);
      double tall = Draw.range(random, 0.03, 0.12);
      double x = Draw.range(random, -0.6, 0.6);
      backdrop.spots.add(new Spot(x, -0.12 + tall, wide, tall, 0.04, jar));
    }
    return backdrop;
  }

  private static Backdrop garden(Random random) {
    Vec green = Draw.colour(random, 0x4f6f35, 0x3c5a30, 0x6f8a45, 0x8a9a50);
    Backdrop backdrop = new Backdrop(green, green.mix(new Vec(0.7, 0.85, 0.95), 0.35));
    for (int i = 0; i < 34; i++) {
      Vec leaf = Draw.colour(random, 0x9fbf5a, 0xd8e890, 0x2f4a28, 0xe8f0c8, 0x6f9a40, 0xe0c860);
      backdrop.disc(random, leaf.times(Draw.range(random, 0.5, 1.1)));
    }
    return backdrop;
  }

  private void disc(Random random, Vec light) {
    double radius = Draw.range(random, 0.02, 0.075);
    double x = Draw.range(random, -0.5, 0.5);
    double y = Draw.range(random, -0.4, 0.4);
    spots.add(new Spot(x, y, radius, radius, Draw.range(random, 0.005, 0.02), light));
  }

  /** Light out of a unit direction. */
  Vec colour(Vec along) {
    double across = Math.atan2(along.x(), -along.z());
    double up = Math.asin(along.y());
    Vec colour = low.mix(high, 0.5 + 1.6 * up);
    for (Spot spot : spots) {
      double dx = Math.abs(across - spot.across) / spot.wide;
      double dy = Math.abs(up - spot.high) / spot.tall;
      double far = spot.round() ? Solid.hypot(dx, dy) : Math.max(dx, dy);
      double soft = spot.edge / Math.min(spot.wide, spot.tall);
      double rim = spot.round() ? 0.4 + 0.25 * Noise.step(0.5, 0.95, far) : 0.9;
      colour = colour.mix(spot.light, rim * Noise.step(1 + soft, 1 - soft, far));
    }
    return colour;
  }
}
