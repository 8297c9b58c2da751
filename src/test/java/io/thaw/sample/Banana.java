package io.thaw.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A ribbed crescent, alone or in a hand of two or three; green, yellow, freckled or red. */
final class Banana implements Subject {
  private static final double RADIUS = 1.45;

  @Override
  public String name() {
    return "banana";
  }

  @Override
  public Turn rest(Random random, double height) {
    Turn lying = Turn.about(new Vec(1, 0, 0), Math.PI / 2 + Draw.range(random, -0.2, 0.2));
    return Turn.of(0, 0, Draw.broadside(random)).after(lying);
  }

  @Override
  public List<Piece> pieces(Random random) {
    int fingers = Draw.chance(random, 0.55) ? 1 : 2 + random.nextInt(2);
    Vec base =
        Draw.colour(
            random, 0xefc638, 0xeaba30, 0xe8cc50, 0xf0d050, 0xd8a030, 0xc8c040, 0x9fb83e, 0x8cac3c);
    double ripe = random.nextDouble();
    double half = Draw.range(random, 0.82, 1.05);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < fingers; i++) {
      Turn turn =
          Turn.about(new Vec(0, 0, 1), 0.3 * i).after(Turn.about(new Vec(0, 1, 0), 0.1 * i));
      Vec stem = new Vec(-Math.sin(half) * RADIUS, (Math.cos(half) - 0.8) * -RADIUS, 0);
      Piece finger = finger(random, base, ripe, half * Draw.range(random, 0.94, 1.02));
      pieces.add(finger.placed(turn, stem.minus(turn.apply(stem)).plus(new Vec(0, 0, -0.05 * i))));
    }
    return pieces;
  }

  /** Lies in the plane z = 0 along an arc that is open upwards. */
  private static Piece finger(Random random, Vec base, double ripe, double half) {
    double thick = Draw.range(random, 0.21, 0.255);
    Solid solid =
        (x, y, z) -> {
          double angle = Math.atan2(x, -(y - 0.8 * RADIUS));
          double along = Math.max(-1, Math.min(1, angle / half));
          double ax = Math.sin(along * half) * RADIUS;
          double ay = 0.8 * RADIUS - Math.cos(along * half) * RADIUS;
          double outward = Solid.hypot(x, y - 0.8 * RADIUS) - RADIUS;
          double ribs = 0.05 * Math.cos(5 * Math.atan2(z, outward) + 0.6);
          double far = Math.sqrt((x - ax) * (x - ax) + (y - ay) * (y - ay) + z * z);
          return 0.75 * (far - girth(along) * thick * (1 + ribs));
        };
    return new Piece(solid, peel(random, base, ripe, half), 1.6);
  }

  /** Share of the full thickness, from the stem at -1 to the tip at 1. */
  private static double girth(double along) {
    double stem = 0.36 + 0.64 * Noise.step(-0.86, -0.5, along);
    double tip = 0.28 + 0.72 * Math.sqrt(1 - Math.pow(Noise.step(0.45, 1.02, along), 1.6));
    return stem * tip;
  }

  private static Skin peel(Random random, Vec base, double ripe, double half) {
    Vec green = Vec.colour(0x93a83c);
    Vec brown = Vec.colour(0x5b3a18);
    int seed = Draw.seed(random);
    double gloss = Draw.range(random, 0.12, 0.28);
    return (x, y, z) -> {
      double along = Math.atan2(x, -(y - 0.8 * RADIUS)) / half;
      double outward = Solid.hypot(x, y - 0.8 * RADIUS) - RADIUS;
      double cloud = Noise.clouds(x * 2, y * 2, z * 2, seed);
      double rib = Math.pow(0.5 + 0.5 * Math.cos(5 * Math.atan2(z, outward) + 0.6), 6);
      Vec colour = base.times(0.85 + 0.28 * cloud).mix(base.times(0.66), 0.5 * rib);
      double ends = Noise.step(0.55, 1, Math.abs(along) + 0.2 * (cloud - 0.5));
      colour = colour.mix(green, 0.6 * ends * (1.1 - ripe));
      double freckle = Noise.step(0.2, 0.1, Noise.cells(x * 9, y * 9, z * 9, seed + 2));
      double blotch = Noise.step(0.62, 0.72, Noise.clouds(x * 4, y * 4, z * 4, seed + 6));
      double old = Noise.step(0.4, 1, ripe);
      colour = colour.mix(brown, old * Math.max(0.75 * freckle, 0.7 * blotch));
      colour = colour.mix(brown.times(0.45), Noise.step(0.95, 0.985, along));
      colour = colour.mix(brown, 0.8 * Noise.step(-0.93, -0.99, along));
      return new Surface(colour, gloss, 0.25, 0.35);
    };
  }
}
