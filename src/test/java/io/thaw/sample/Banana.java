package io.thaw.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A ribbed crescent, alone or in a hand of two or three; green, yellow or freckled. */
final class Banana implements Subject {
  private static final Material PEEL = new Material(0.75, 0.2, 24, 0.012, 0.26);
  private static final int STEPS = 40;

  @Override
  public String name() {
    return "banana";
  }

  @Override
  public List<Part> parts(Random random) {
    int fingers = 1 + (random.nextDouble() < 0.4 ? 1 + random.nextInt(2) : 0);
    double ripeness = random.nextDouble();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < fingers; i++) {
      AffineTransform turn = AffineTransform.getRotateInstance(0.3 * i, -0.85, -0.55);
      turn.scale(1 - 0.04 * i, 1 - 0.04 * i);
      parts.add(finger(random, ripeness, turn));
    }
    return parts;
  }

  private static Part finger(Random random, double ripeness, AffineTransform turn) {
    double curve = Brush.range(random, 0.55, 0.85);
    double thick = Brush.range(random, 0.2, 0.25);
    long seed = random.nextLong();
    return new Part(
        turn.createTransformedShape(outline(curve, thick)),
        graphics -> {
          Graphics2D own = (Graphics2D) graphics.create();
          own.transform(turn);
          peel(own, new Random(seed), ripeness, curve, thick);
          own.dispose();
        },
        PEEL);
  }

  /** A point at a share of the length, moved aside by a share of the thickness. */
  private static double[] point(double along, double aside, double curve, double thick) {
    double angle = Math.PI * (0.5 + (0.5 - along) * curve * 1.25);
    double radius = 1.25 / curve;
    double middle = Math.pow(Math.sin(Math.PI * Math.min(0.97, 0.04 + along * 0.94)), 0.42);
    double half = thick * (along < 0.13 ? 0.36 + 0.64 * Math.pow(along / 0.13, 1.6) : 1) * middle;
    double reach = radius * 0.66 + aside * half;
    return new double[] {Math.cos(angle) * reach, Math.sin(angle) * reach - radius * 0.66 + 0.3};
  }

  private static Path2D line(double aside, double from, double to, double curve, double thick) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= STEPS; i++) {
      double[] point = point(from + (to - from) * i / STEPS, aside, curve, thick);
      if (i == 0) {
        path.moveTo(point[0], point[1]);
      } else {
        path.lineTo(point[0], point[1]);
      }
    }
    return path;
  }

  private static Path2D outline(double curve, double thick) {
    Path2D path = line(1, 0, 1, curve, thick);
    path.append(line(-1, 1, 0, curve, thick), true);
    path.closePath();
    return path;
  }

  private static void peel(
      Graphics2D graphics, Random random, double ripeness, double curve, double thick) {
    Color green = new Color(0x9fb83e);
    Color yellow = new Color(0xefc638);
    Color base = ripeness < 0.3 ? Brush.mix(green, yellow, ripeness * 2.2) : yellow;
    Brush.flood(graphics, base);
    rib(graphics, 0.42, Brush.clear(new Color(0xb88a1e), 0.5), 0.035, curve, thick);
    rib(graphics, 0.34, Brush.clear(new Color(0xfff0a0), 0.4), 0.03, curve, thick);
    rib(graphics, -0.4, Brush.clear(new Color(0xa87c1c), 0.4), 0.03, curve, thick);
    double[] stem = point(0, 0, curve, thick);
    double[] tip = point(1, 0, curve, thick);
    Brush.glow(graphics, stem[0], stem[1], 0.42, Brush.clear(new Color(0x93a83c), 0.85));
    Brush.glow(graphics, tip[0], tip[1], 0.32, Brush.clear(new Color(0x93a040), 0.7));
    int freckles = ripeness > 0.55 ? (int) ((ripeness - 0.5) * 200) : 4;
    for (int i = 0; i < freckles; i++) {
      double[] at =
          point(Brush.range(random, 0.12, 0.95), Brush.range(random, -1, 1), curve, thick);
      double radius = 0.008 + 0.022 * random.nextDouble() * ripeness;
      graphics.setColor(Brush.clear(new Color(0x6b431a), Brush.range(random, 0.4, 0.8)));
      graphics.fill(Brush.dot(at[0], at[1], radius));
    }
    Brush.glow(graphics, tip[0], tip[1], 0.11, new Color(60, 42, 22, 240));
    Brush.glow(graphics, stem[0], stem[1], 0.09, new Color(90, 66, 30, 230));
  }

  private static void rib(
      Graphics2D graphics, double aside, Color colour, double width, double curve, double thick) {
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(colour);
    graphics.draw(line(aside, 0.04, 0.96, curve, thick));
  }
}
