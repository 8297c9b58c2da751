package io.thaw.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Random;

/** A single leaf, along a stem or lying about. */
final class Leaf {
  private static final Material BLADE = new Material(0.32, 0.14, 18, 0.02, 0.07);

  private Leaf() {}

  /** A leaf that starts at a point and points into a direction. */
  static Part at(Random random, double x, double y, double angle, double length) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(angle);
    place.scale(length, length);
    double belly = Brush.range(random, 0.24, 0.36);
    double bend = Brush.range(random, -0.12, 0.12);
    Path2D blade =
        Brush.outline(
            0,
            0,
            0.2,
            -belly + bend,
            0.65,
            -belly + bend,
            1,
            bend,
            0.7,
            belly + bend,
            0.25,
            belly + bend,
            0,
            0);
    Shape outline = place.createTransformedShape(blade);
    Color green = Brush.mix(new Color(0x4f8a2e), new Color(0x2f6b34), random.nextDouble());
    return new Part(outline, graphics -> paint(graphics, place, green, bend, belly), BLADE);
  }

  private static void paint(
      Graphics2D graphics, AffineTransform place, Color green, double bend, double belly) {
    Brush.flood(graphics, green);
    Graphics2D own = (Graphics2D) graphics.create();
    own.transform(place);
    own.setStroke(new BasicStroke(0.022f));
    own.setColor(Brush.clear(new Color(0xc8dc8c), 0.75));
    Path2D vein = new Path2D.Double();
    vein.moveTo(0, 0);
    vein.quadTo(0.5, bend * 0.8, 1, bend);
    own.draw(vein);
    own.setStroke(new BasicStroke(0.012f));
    for (double along = 0.15; along < 0.9; along += 0.14) {
      for (int side = -1; side <= 1; side += 2) {
        Path2D rib = new Path2D.Double();
        rib.moveTo(along, bend * along);
        rib.quadTo(along + 0.1, bend * along + side * belly / 2, along + 0.24, bend + side * belly);
        own.draw(rib);
      }
    }
    own.dispose();
  }
}
