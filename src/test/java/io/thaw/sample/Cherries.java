package io.thaw.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One to three small balls on long stems that meet; red, nearly black, or yellow with a blush. */
final class Cherries implements Subject {
  private static final Material SKIN = new Material(0.95, 0.7, 90, 0, 0.3);
  private static final Material STEM = new Material(0.9, 0.15, 14, 0.02, 0.06);

  @Override
  public String name() {
    return "cherries";
  }

  @Override
  public List<Part> parts(Random random) {
    int count = random.nextDouble() < 0.15 ? 1 : 2 + random.nextInt(2);
    double knotX = Brush.range(random, -0.25, 0.25);
    double knotY = -0.95;
    Color base =
        Brush.pick(
            random,
            new Color(0xb5161f),
            new Color(0x8e1220),
            new Color(0x5c0f1c),
            new Color(0xd13a2c),
            new Color(0xe3b64c));
    Color stem = Brush.mix(new Color(0x7c9a3e), new Color(0x8a6a32), random.nextDouble());
    List<Part> stems = new ArrayList<>();
    List<Part> fruits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = (i - (count - 1) / 2.0) * Brush.range(random, 0.72, 0.92);
      double y = Brush.range(random, 0.25, 0.62) - (i == 1 && count == 3 ? -0.15 : 0);
      double radius = Brush.range(random, 0.36, 0.44);
      double hollow = y - radius * 0.62;
      fruits.add(fruit(random, x, y, radius, base));
      stems.add(
          new Part(
              Brush.stalk(x, hollow, x * 0.9, (hollow + knotY) / 2 - 0.1, knotX, knotY, 0.045),
              graphics -> Brush.flood(graphics, stem),
              STEM));
    }
    List<Part> parts = new ArrayList<>(fruits);
    parts.addAll(stems);
    if (random.nextDouble() < 0.6) {
      double angle = Brush.range(random, -0.4, 0.5);
      boolean left = random.nextBoolean();
      parts.add(Leaf.at(random, knotX, knotY, left ? Math.PI - angle : angle, 0.75));
    }
    return parts;
  }

  private static Part fruit(Random random, double x, double y, double radius, Color base) {
    double wide = radius * 1.04;
    Path2D body =
        Brush.outline(
            x,
            y - radius * 0.9,
            x + wide * 0.35,
            y - radius * 1.08,
            x + wide,
            y - radius * 0.8,
            x + wide,
            y,
            x + wide,
            y + radius * 0.6,
            x + wide * 0.5,
            y + radius,
            x,
            y + radius,
            x - wide * 0.5,
            y + radius,
            x - wide,
            y + radius * 0.6,
            x - wide,
            y,
            x - wide,
            y - radius * 0.8,
            x - wide * 0.35,
            y - radius * 1.08,
            x,
            y - radius * 0.9);
    Color blush = base.getGreen() > 120 ? new Color(0xc8352a) : new Color(0x4a0a16);
    double side = Brush.range(random, -0.5, 0.5) * radius;
    return new Part(
        body,
        graphics -> skin(graphics, base, blush, x + side, y, radius),
        SKIN,
        List.of(new Part.Dent(x, y - radius * 0.66, radius * 0.3, 0.4)));
  }

  private static void skin(
      Graphics2D graphics, Color base, Color blush, double x, double y, double radius) {
    Brush.flood(graphics, base);
    Brush.glow(graphics, x, y + radius * 0.3, radius * 1.2, Brush.clear(blush, 0.6));
  }
}
