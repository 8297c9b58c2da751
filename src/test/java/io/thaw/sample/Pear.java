package io.thaw.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A belly and a neck; green, yellow, russet or red. */
final class Pear implements Subject {
  private static final Material SKIN = new Material(0.95, 0.3, 36, 0.022, 0.45);
  private static final Material STEM = new Material(0.9, 0.1, 12, 0.05, 0.06);

  @Override
  public String name() {
    return "pear";
  }

  @Override
  public List<Part> parts(Random random) {
    double neck = Brush.range(random, 0.24, 0.36);
    double belly = Brush.range(random, 0.7, 0.82);
    double bend = Brush.range(random, -0.16, 0.16);
    double top = -1.0;
    Path2D body =
        Brush.outline(
            bend,
            top,
            bend + neck * 0.8,
            top,
            bend + neck + 0.06,
            top + 0.3,
            neck + 0.1,
            -0.2,
            neck + 0.26,
            0.06,
            belly,
            0.08,
            belly,
            0.44,
            belly,
            0.82,
            0.4,
            0.98,
            0.1,
            0.95,
            0.04,
            0.92,
            -0.04,
            0.92,
            -0.1,
            0.95,
            -0.4,
            0.98,
            -belly,
            0.82,
            -belly,
            0.44,
            -belly,
            0.08,
            -neck - 0.26,
            0.06,
            -neck - 0.1,
            -0.2,
            bend - neck - 0.06,
            top + 0.3,
            bend - neck * 0.8,
            top,
            bend,
            top);
    Color base =
        Brush.pick(
            random,
            new Color(0xb9bf45),
            new Color(0x93ad3e),
            new Color(0xdcc04c),
            new Color(0xd2b24a),
            new Color(0xb5843c),
            new Color(0xa83a2c));
    Color blush = Brush.pick(random, new Color(0xc4502f), new Color(0xa83128), new Color(0xb07a35));
    double strength = random.nextDouble() < 0.35 ? 0.05 : Brush.range(random, 0.2, 0.75);
    long seed = random.nextLong();
    List<Part> parts = new ArrayList<>();
    double tip = bend + Brush.range(random, -0.2, 0.2);
    parts.add(
        new Part(
            Brush.stalk(bend, top + 0.08, bend, top - 0.14, tip, top - 0.3, 0.065),
            graphics -> Brush.flood(graphics, new Color(0x5a4022)),
            STEM));
    parts.add(
        new Part(
            body,
            graphics -> skin(graphics, new Random(seed), base, blush, strength, bend),
            SKIN,
            List.of(new Part.Dent(bend, top + 0.02, 0.1, 0.05))));
    if (random.nextDouble() < 0.4) {
      double angle = Brush.range(random, -0.5, 0.3);
      boolean left = random.nextBoolean();
      parts.add(Leaf.at(random, bend, top - 0.08, left ? Math.PI - angle : angle, 0.6));
    }
    return parts;
  }

  private static void skin(
      Graphics2D graphics, Random random, Color base, Color blush, double strength, double bend) {
    Brush.flood(graphics, base);
    double side = random.nextBoolean() ? 0.55 : -0.55;
    Brush.glow(graphics, side, 0.35, 0.95, Brush.clear(blush, strength));
    Brush.glow(graphics, -side, 0.5, 0.8, new Color(230, 215, 120, 60));
    Brush.speckle(graphics, random, 260, 0.014, new Color(110, 84, 34, 110));
    Brush.speckle(graphics, random, 60, 0.03, new Color(130, 96, 40, 50));
    Brush.glow(graphics, bend, -1, 0.24, new Color(120, 82, 36, 150));
  }
}
