package io.thaw.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Random;

/** Small things that lie about and say nothing about the class. */
final class Clutter {
  private Clutter() {}

  static List<Part> any(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> List.of(Leaf.at(random, -0.8, 0, 0, 1.6));
      case 1 -> List.of(blueberry(random));
      case 2 -> List.of(hazelnut());
      default -> List.of(Leaf.at(random, 0, 0, 0.5, 1), Leaf.at(random, 0, 0, 2.6, 0.9));
    };
  }

  private static Part blueberry(Random random) {
    double x = Brush.range(random, -0.2, 0.2);
    return new Part(
        Brush.dot(0, 0, 0.55),
        graphics -> {
          Brush.flood(graphics, new Color(0x3c4a7c));
          Brush.glow(graphics, x, -0.1, 0.5, new Color(130, 145, 190, 120));
          graphics.setColor(new Color(0x1c2140));
          star(graphics, x);
        },
        new Material(0.95, 0.2, 20, 0.02, 0.4),
        List.of(new Part.Dent(x, -0.1, 0.16, 0.25)));
  }

  private static void star(Graphics2D graphics, double x) {
    AffineTransform upright = graphics.getTransform();
    graphics.translate(x, -0.1);
    for (int i = 0; i < 5; i++) {
      graphics.rotate(2 * Math.PI / 5);
      graphics.fill(
          Brush.outline(
              0, -0.05, 0.04, -0.12, 0.02, -0.16, 0, -0.2, -0.02, -0.16, -0.04, -0.12, 0, -0.05));
    }
    graphics.setTransform(upright);
  }

  private static Part hazelnut() {
    return new Part(
        Brush.outline(
            0, -0.6, 0.35, -0.5, 0.55, -0.2, 0.5, 0.15, 0.45, 0.5, -0.45, 0.5, -0.5, 0.15, -0.55,
            -0.2, -0.35, -0.5, 0, -0.6),
        graphics -> {
          Brush.flood(graphics, new Color(0xa5682f));
          Brush.glow(graphics, 0, 0.5, 0.45, new Color(214, 178, 128, 230));
          for (double x = -0.5; x < 0.5; x += 0.11) {
            Brush.glow(graphics, x, -0.1, 0.06, new Color(90, 50, 20, 70));
          }
        },
        new Material(0.9, 0.35, 40, 0.01, 0.4));
  }
}
