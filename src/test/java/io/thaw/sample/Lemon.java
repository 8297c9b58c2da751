package io.thaw.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An oval with a nipple at the end, full of pores; yellow, half ripe or green; at times cut. */
final class Lemon implements Subject {
  private static final Material PEEL = new Material(0.9, 0.34, 34, 0.06, 0.42);
  private static final Material FLESH = new Material(0.12, 0.3, 50, 0.05, 0.16);

  @Override
  public String name() {
    return "lemon";
  }

  @Override
  public List<Part> parts(Random random) {
    Color peel =
        Brush.pick(
            random,
            new Color(0xf0cc2f),
            new Color(0xeec022),
            new Color(0xe6cf45),
            new Color(0xbcc03a),
            new Color(0x7fa53a));
    List<Part> parts = new ArrayList<>();
    if (random.nextDouble() < 0.3) {
      parts.addAll(half(random, peel));
      return parts;
    }
    double tall = Brush.range(random, 0.62, 0.74);
    double tip = Brush.range(random, 0.07, 0.13);
    Path2D body =
        Brush.outline(
            -0.98,
            0,
            -0.98,
            -tip,
            -0.9,
            -tip,
            -0.8,
            -0.2,
            -0.55,
            -tall,
            -0.25,
            -tall,
            0.02,
            -tall,
            0.35,
            -tall,
            0.65,
            -0.5,
            0.8,
            -0.17,
            0.88,
            -tip,
            1.06,
            -tip * 0.9,
            1.06,
            0,
            1.06,
            tip * 0.9,
            0.88,
            tip,
            0.8,
            0.17,
            0.65,
            0.5,
            0.35,
            tall,
            0.02,
            tall,
            -0.25,
            tall,
            -0.55,
            tall,
            -0.8,
            0.2,
            -0.9,
            tip,
            -0.98,
            tip,
            -0.98,
            0);
    long seed = random.nextLong();
    parts.add(new Part(body, graphics -> peel(graphics, new Random(seed), peel), PEEL));
    parts.add(
        new Part(
            Brush.dot(-0.97, 0, 0.07),
            graphics -> Brush.flood(graphics, new Color(0x7a8a3a)),
            new Material(0.8, 0.1, 10, 0.05, 0.03)));
    if (random.nextDouble() < 0.35) {
      double angle = Math.PI + Brush.range(random, -0.9, 0.9);
      parts.add(0, Leaf.at(random, -0.88, 0, angle, 0.7));
    }
    return parts;
  }

  private static void peel(Graphics2D graphics, Random random, Color peel) {
    Brush.flood(graphics, peel);
    Brush.glow(graphics, 1, 0, 0.5, new Color(150, 160, 50, 110));
    Brush.glow(graphics, -1, 0, 0.45, new Color(140, 150, 50, 130));
    Brush.glow(graphics, Brush.range(random, -0.4, 0.4), 0.2, 0.7, new Color(255, 225, 90, 70));
    Brush.speckle(graphics, random, 420, 0.016, new Color(120, 100, 10, 42));
    Brush.speckle(graphics, random, 420, 0.014, new Color(255, 245, 180, 60));
  }

  private static List<Part> half(Random random, Color peel) {
    Color flesh = Brush.mix(new Color(0xf2dd7a), peel, 0.35);
    long seed = random.nextLong();
    return List.of(
        new Part(
            Brush.dot(0, 0, 0.86),
            graphics -> peel(graphics, new Random(seed), peel),
            new Material(0.5, 0.2, 30, 0.05, 0.3)),
        new Part(Brush.dot(0, 0, 0.81), graphics -> cut(graphics, new Random(seed), flesh), FLESH));
  }

  private static void cut(Graphics2D graphics, Random random, Color flesh) {
    Brush.flood(graphics, new Color(0xf6efcf));
    int segments = 9 + random.nextInt(3);
    AffineTransform upright = graphics.getTransform();
    for (int i = 0; i < segments; i++) {
      graphics.rotate(2 * Math.PI / segments);
      double wide = Math.PI / segments * 0.7 * 0.86;
      Path2D segment =
          Brush.outline(
              0.07,
              0,
              0.3,
              -wide * 0.55,
              0.6,
              -wide,
              0.7,
              -wide * 0.8,
              0.76,
              -wide * 0.3,
              0.76,
              wide * 0.3,
              0.7,
              wide * 0.8,
              0.6,
              wide,
              0.3,
              wide * 0.55,
              0.07,
              0);
      graphics.setColor(Brush.mix(flesh, new Color(0xe0b93a), random.nextDouble() * 0.25));
      graphics.fill(segment);
      graphics.setClip(segment);
      for (int drop = 0; drop < 16; drop++) {
        double along = Brush.range(random, 0.15, 0.72);
        double across = Brush.range(random, -wide, wide) * along;
        graphics.setColor(new Color(255, 250, 200, 70));
        graphics.fill(
            Brush.outline(
                along,
                across,
                along + 0.03,
                across - 0.02,
                along + 0.09,
                across - 0.02,
                along + 0.12,
                across,
                along + 0.09,
                across + 0.02,
                along + 0.03,
                across + 0.02,
                along,
                across));
      }
      graphics.setClip(null);
    }
    graphics.setTransform(upright);
  }
}
