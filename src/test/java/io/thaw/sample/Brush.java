package io.thaw.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Small helps for painting textures and outlines in units of a subject. */
final class Brush {
  private Brush() {}

  static Color mix(Color one, Color other, double share) {
    return new Color(
        (int) (one.getRed() + share * (other.getRed() - one.getRed())),
        (int) (one.getGreen() + share * (other.getGreen() - one.getGreen())),
        (int) (one.getBlue() + share * (other.getBlue() - one.getBlue())));
  }

  static Color clear(Color colour, double opacity) {
    int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, opacity)));
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  static Color pick(Random random, Color... colours) {
    return colours[random.nextInt(colours.length)];
  }

  static double range(Random random, double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  static void flood(Graphics2D graphics, Color colour) {
    graphics.setColor(colour);
    graphics.fill(new Rectangle2D.Double(-3, -3, 6, 6));
  }

  /** A soft spot that fades out towards its radius. */
  static void glow(Graphics2D graphics, double x, double y, double radius, Color colour) {
    float[] stops = {0, 0.55f, 1};
    Color[] colours = {colour, clear(colour, colour.getAlpha() / 255.0 * 0.55), clear(colour, 0)};
    graphics.setPaint(
        new RadialGradientPaint(new Point2D.Double(x, y), (float) radius, stops, colours));
    graphics.fill(dot(x, y, radius));
  }

  static Shape dot(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** Scatters small dots over the whole subject. */
  static void speckle(Graphics2D graphics, Random random, int count, double largest, Color colour) {
    graphics.setColor(colour);
    for (int i = 0; i < count; i++) {
      double radius = largest * (0.35 + 0.65 * random.nextDouble());
      graphics.fill(dot(range(random, -1.2, 1.2), range(random, -1.2, 1.2), radius));
    }
  }

  /** A curved stroke as an outline, such as a stem. */
  static Shape stalk(
      double fromX,
      double fromY,
      double bendX,
      double bendY,
      double toX,
      double toY,
      double width) {
    Path2D path = new Path2D.Double();
    path.moveTo(fromX, fromY);
    path.quadTo(bendX, bendY, toX, toY);
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(path);
  }

  /** A closed path of cubic curves: a start point, then six numbers for each curve. */
  static Path2D outline(double... numbers) {
    Path2D path = new Path2D.Double();
    path.moveTo(numbers[0], numbers[1]);
    for (int i = 2; i < numbers.length; i += 6) {
      path.curveTo(
          numbers[i],
          numbers[i + 1],
          numbers[i + 2],
          numbers[i + 3],
          numbers[i + 4],
          numbers[i + 5]);
    }
    path.closePath();
    return path;
  }
}
