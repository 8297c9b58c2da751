package io.thaw.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Round with a hollow at the stem; red, green or yellow, often with a blush. */
final class Apple implements Subject {
  private static final Material SKIN = new Material(0.92, 0.5, 55, 0.012, 0.5);
  private static final Material STEM = new Material(0.9, 0.1, 12, 0.05, 0.06);

  @Override
  public String name() {
    return "apple";
  }

  @Override
  public List<Part> parts(Random random) {
    double wide = Brush.range(random, 0.79, 0.89);
    double low = Brush.range(random, 0.82, 0.96);
    double lean = Brush.range(random, -0.05, 0.05);
    Path2D body =
        Brush.outline(
            lean,
            -0.66,
            0.3,
            -0.88,
            wide,
            -0.78,
            wide,
            -0.1,
            wide,
            0.5,
            0.45,
            low,
            0.16,
            low,
            0.06,
            low - 0.05,
            -0.06,
            low - 0.05,
            -0.16,
            low,
            -0.45,
            low,
            -wide,
            0.5,
            -wide,
            -0.1,
            -wide,
            -0.78,
            -0.3,
            -0.88,
            lean,
            -0.66);
    double hollow = Brush.range(random, -0.52, -0.4);
    List<Part.Dent> dents =
        List.of(new Part.Dent(lean, hollow, 0.22, 0.42), new Part.Dent(lean, -0.85, 0.2, 0.14));
    Color base = base(random);
    Color blush = Brush.pick(random, new Color(0xa3161c), new Color(0xd4402a), new Color(0xc9302f));
    double strength = random.nextDouble() < 0.3 ? 0 : Brush.range(random, 0.3, 0.95);
    long seed = random.nextLong();
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            body,
            graphics -> skin(graphics, new Random(seed), base, blush, strength, lean, hollow),
            SKIN,
            dents));
    double tip = Brush.range(random, -0.25, 0.25);
    parts.add(
        new Part(
            Brush.stalk(lean, hollow + 0.04, lean, -0.8, lean + tip, -1.02, 0.06),
            graphics -> Brush.flood(graphics, new Color(0x5b3d20)),
            STEM));
    if (random.nextDouble() < 0.45) {
      double angle = Brush.range(random, -0.6, 0.1);
      boolean left = random.nextBoolean();
      parts.add(Leaf.at(random, lean + tip / 3, -0.78, left ? Math.PI - angle : angle, 0.62));
    }
    return parts;
  }

  private static Color base(Random random) {
    return Brush.pick(
        random,
        new Color(0xb3201f),
        new Color(0xc83a26),
        new Color(0x9cba3c),
        new Color(0x8db43a),
        new Color(0xe2c04a),
        new Color(0xd9b545));
  }

  private static void skin(
      Graphics2D graphics,
      Random random,
      Color base,
      Color blush,
      double strength,
      double lean,
      double hollow) {
    Brush.flood(graphics, base);
    double side = Brush.range(random, -0.7, 0.7);
    Brush.glow(graphics, side, 0.1, 1.25, Brush.clear(blush, strength * 0.9));
    graphics.setStroke(new BasicStroke(0.03f));
    for (int i = 0; i < 90; i++) {
      double turn = Brush.range(random, -1, 1);
      Path2D streak = new Path2D.Double();
      streak.moveTo(lean + turn * 0.25, hollow + 0.02);
      streak.quadTo(turn * 1.25, -0.35, turn * 0.95, Brush.range(random, 0.1, 0.8));
      Color colour = random.nextBoolean() ? blush : Brush.mix(base, new Color(0xf2dc8a), 0.5);
      graphics.setColor(Brush.clear(colour, 0.04 + 0.16 * strength * random.nextDouble()));
      graphics.draw(streak);
    }
    Brush.speckle(graphics, random, 110, 0.013, new Color(250, 235, 190, 110));
    Brush.glow(graphics, lean, hollow, 0.34, new Color(120, 128, 50, 190));
    Brush.glow(graphics, lean, hollow, 0.14, new Color(72, 56, 26, 210));
  }
}
