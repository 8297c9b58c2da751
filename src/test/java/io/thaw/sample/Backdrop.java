package io.thaw.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What lies behind: coloured paper, planks, cloth, stone, or lights out of focus. */
final class Backdrop {
  private static final Color[] PAPERS = {
    new Color(0xe9dfd0), new Color(0xcfdcd8), new Color(0xe6c9bd), new Color(0xc4cfdf),
    new Color(0xdcd3e2), new Color(0x8fa9a3), new Color(0x5f7388), new Color(0xd9b98c),
    new Color(0x7b5f57), new Color(0xb7c4a1), new Color(0x3f4a55), new Color(0xeeece6)
  };

  private final int size;
  private final Random random;
  private final Graphics2D graphics;

  private Backdrop(BufferedImage image, Random random) {
    this.size = image.getWidth();
    this.random = random;
    this.graphics = Studio.graphics(image, new AffineTransform());
  }

  static BufferedImage paint(int size, Random random) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Backdrop backdrop = new Backdrop(image, random);
    switch (random.nextInt(6)) {
      case 0, 1 -> backdrop.paper();
      case 2 -> backdrop.planks();
      case 3 -> backdrop.cloth();
      case 4 -> backdrop.stone();
      default -> backdrop.lights();
    }
    backdrop.graphics.dispose();
    return image;
  }

  private void fill(Color from, Color to) {
    double angle = random.nextDouble() * 2 * Math.PI;
    float x = (float) (Math.cos(angle) * size / 2);
    float y = (float) (Math.sin(angle) * size / 2);
    float middle = size / 2f;
    graphics.setPaint(new GradientPaint(middle - x, middle - y, from, middle + x, middle + y, to));
    graphics.fill(new Rectangle2D.Double(0, 0, size, size));
  }

  private void paper() {
    Color colour = Brush.pick(random, PAPERS);
    fill(Brush.mix(colour, Color.WHITE, 0.18), Brush.mix(colour, Color.BLACK, 0.16));
    if (random.nextInt(3) == 0) {
      graphics.setColor(Brush.clear(Brush.pick(random, PAPERS), 0.9));
      double edge = Brush.range(random, 0.25, 0.75) * size;
      double slope = Brush.range(random, -0.4, 0.4) * size;
      Path2D sheet = new Path2D.Double();
      sheet.moveTo(0, edge - slope);
      sheet.lineTo(size, edge + slope);
      sheet.lineTo(size, size * 2);
      sheet.lineTo(0, size * 2);
      graphics.fill(sheet);
    }
  }

  private void planks() {
    Color wood =
        Brush.pick(
            random,
            new Color(0xb98a5a),
            new Color(0x8a5f3c),
            new Color(0xd3b48c),
            new Color(0xa39a90),
            new Color(0x5d4331));
    graphics.rotate(Brush.range(random, -0.5, 0.5), size / 2.0, size / 2.0);
    double height = Brush.range(random, 0.16, 0.3) * size;
    for (double top = -size * 0.5; top < size * 1.5; top += height) {
      Color plank =
          Brush.mix(
              wood, random.nextBoolean() ? Color.BLACK : Color.WHITE, 0.12 * random.nextDouble());
      graphics.setColor(plank);
      graphics.fill(new Rectangle2D.Double(-size, top, 3 * size, height));
      grain(plank, top, height);
      graphics.setColor(new Color(30, 18, 10, 170));
      graphics.fill(new Rectangle2D.Double(-size, top, 3 * size, 2.2));
      graphics.setColor(new Color(255, 240, 220, 40));
      graphics.fill(new Rectangle2D.Double(-size, top + 2.2, 3 * size, 1.5));
    }
  }

  private void grain(Color plank, double top, double height) {
    for (int i = 0; i < 26; i++) {
      double y = top + random.nextDouble() * height;
      Path2D line = new Path2D.Double();
      line.moveTo(-size * 0.5, y);
      line.curveTo(
          size * 0.2,
          y + Brush.range(random, -7, 7),
          size * 0.7,
          y + Brush.range(random, -7, 7),
          size * 1.5,
          y);
      graphics.setStroke(new BasicStroke((float) Brush.range(random, 0.6, 2)));
      graphics.setColor(
          Brush.clear(Brush.mix(plank, Color.BLACK, 0.55), Brush.range(random, 0.08, 0.3)));
      graphics.draw(line);
    }
  }

  private void cloth() {
    Color ground =
        Brush.pick(random, new Color(0xf0ebe0), new Color(0xe6e2dc), new Color(0xd8dde0));
    Color stripe =
        Brush.pick(
            random,
            new Color(0xb2383a),
            new Color(0x3f6a9a),
            new Color(0x6d8f55),
            new Color(0xc79a3c),
            new Color(0x7d7f86));
    fill(ground, Brush.mix(ground, Color.BLACK, 0.1));
    graphics.rotate(random.nextDouble() * Math.PI, size / 2.0, size / 2.0);
    double step = Brush.range(random, 0.09, 0.2) * size;
    boolean checked = random.nextInt(3) > 0;
    graphics.setColor(Brush.clear(stripe, 0.48));
    for (double at = -size; at < 2 * size; at += step) {
      double wide = checked ? step / 2 : step / 4;
      graphics.fill(new Rectangle2D.Double(-size, at, 3 * size, wide));
      if (checked) {
        graphics.fill(new Rectangle2D.Double(at, -size, wide, 3 * size));
      }
    }
    graphics.setStroke(new BasicStroke(0.8f));
    for (double at = -size; at < 2 * size; at += 3) {
      graphics.setColor(at % 2 == 0 ? new Color(255, 255, 255, 34) : new Color(0, 0, 0, 22));
      graphics.draw(new Path2D.Double(new Rectangle2D.Double(-size, at, 3 * size, 0.5)));
      graphics.draw(new Path2D.Double(new Rectangle2D.Double(at, -size, 0.5, 3 * size)));
    }
  }

  private void stone() {
    Color ground =
        Brush.pick(
            random,
            new Color(0xe8e6e3),
            new Color(0xcfcac4),
            new Color(0x4a4d52),
            new Color(0x8d8f90));
    fill(ground, Brush.mix(ground, Color.BLACK, 0.14));
    for (int i = 0; i < 26; i++) {
      Color cloud = random.nextBoolean() ? Color.WHITE : Color.BLACK;
      Brush.glow(
          graphics,
          random.nextDouble() * size,
          random.nextDouble() * size,
          Brush.range(random, 0.08, 0.4) * size,
          Brush.clear(cloud, 0.06));
    }
    for (int i = 20 + random.nextInt(90); i > 0; i--) {
      Color chip = Brush.mix(Brush.pick(random, PAPERS), ground, 0.35);
      graphics.setColor(Brush.clear(chip, 0.8));
      double radius = Brush.range(random, 1, 5.5);
      graphics.fill(Brush.dot(random.nextDouble() * size, random.nextDouble() * size, radius));
    }
  }

  private void lights() {
    Color dark =
        Brush.pick(
            random,
            new Color(0x22303a),
            new Color(0x33281f),
            new Color(0x2c3a2c),
            new Color(0x5b6b5a));
    fill(dark, Brush.mix(dark, new Color(0xb08a5a), 0.35));
    for (int i = 0; i < 26; i++) {
      Color lamp =
          Brush.pick(
              random,
              new Color(0xffd9a0),
              new Color(0xbfe0a0),
              new Color(0xa8cfe8),
              new Color(0xffb08a));
      double x = random.nextDouble() * size;
      double y = random.nextDouble() * size;
      double radius = Brush.range(random, 0.03, 0.11) * size;
      graphics.setColor(Brush.clear(lamp, Brush.range(random, 0.08, 0.3)));
      graphics.fill(Brush.dot(x, y, radius));
      graphics.setStroke(new BasicStroke(1.6f));
      graphics.draw(Brush.dot(x, y, radius));
    }
  }
}
