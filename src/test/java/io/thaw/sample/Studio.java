package io.thaw.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Puts lit parts onto a canvas, each with its shadow on what lies below. */
final class Studio {
  private final Canvas canvas;
  private final Light light;
  private final Random random;

  Studio(Canvas canvas, Light light, Random random) {
    this.canvas = canvas;
    this.light = light;
    this.random = random;
  }

  /** Draws a subject; {@code place} maps its units to the canvas. */
  void place(List<Part> parts, AffineTransform place) {
    parts.forEach(part -> draw(part, place));
  }

  private void draw(Part part, AffineTransform place) {
    BufferedImage cut = layer();
    Graphics2D graphics = graphics(cut, place);
    graphics.setColor(Color.WHITE);
    graphics.fill(part.outline());
    graphics.dispose();
    BufferedImage paint = layer();
    graphics = graphics(paint, place);
    part.texture().accept(graphics);
    graphics.dispose();
    Field mask = Field.alpha(cut);
    shade(mask, part.material().lift() * Math.sqrt(Math.abs(place.getDeterminant())));
    light(part, mask, surface(part, mask, place), paint);
  }

  private void shade(Field mask, double lift) {
    int right = (int) Math.round(-light.x() / light.z() * lift);
    int down = (int) Math.round(-light.y() / light.z() * lift);
    double strength = 0.62 - light.ambient() / 2;
    canvas.darken(mask.blurred(Math.max(1, (int) (lift * 0.28))), strength, right, down);
    canvas.darken(mask.blurred(Math.max(1, (int) (lift * 0.1))), 0.3, right / 3, down / 3 + 1);
  }

  private Field surface(Part part, Field mask, AffineTransform place) {
    Field u = Inflation.of(mask);
    float most = 0;
    for (float value : u.values) {
      most = Math.max(most, value);
    }
    double scale = Math.sqrt(Math.abs(place.getDeterminant()));
    for (Part.Dent dent : part.dents()) {
      Point2D centre = place.transform(new Point2D.Double(dent.x(), dent.y()), null);
      double radius = dent.radius() * scale;
      for (int i = 0; i < u.values.length; i++) {
        double square = centre.distanceSq(i % u.size, i / u.size) / (radius * radius);
        u.values[i] -= (float) (dent.depth() * most * Math.exp(-square));
      }
    }
    return u;
  }

  private void light(Part part, Field mask, Field u, BufferedImage paint) {
    Field pores = pores(part.material().grain());
    for (int pixel = 0; pixel < mask.values.length; pixel++) {
      float share = mask.values[pixel];
      if (share > 0) {
        int x = pixel % mask.size;
        int y = pixel / mask.size;
        double depth = 2 * Math.sqrt(Math.max(u.values[pixel], 0.3)) / part.material().relief();
        double slopeX = (u.at(x - 1, y) - u.at(x + 1, y)) / 2 + pores.at(x, y) * depth;
        double slopeY = (u.at(x, y - 1) - u.at(x, y + 1)) / 2 + pores.at(y, x) * depth;
        double length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + depth * depth);
        double[] normal = {slopeX / length, slopeY / length, depth / length};
        canvas.blend(pixel, lit(paint.getRGB(x, y), normal, part.material()), share);
      }
    }
  }

  private double[] lit(int rgb, double[] normal, Material material) {
    double towards = normal[0] * light.x() + normal[1] * light.y() + normal[2] * light.z();
    double wrapped = Math.max(0, (towards + 0.18) / 1.18);
    double sky = light.ambient() * (0.75 + 0.25 * normal[2] - 0.18 * normal[1]);
    double rim = Math.pow(1 - normal[2], 3) * 0.10;
    // Half way between the lamp and the eye, which looks straight down.
    double half = Math.sqrt(2 + 2 * light.z());
    double facing = Math.max(0, (towards + normal[2]) / half);
    double spot = material.gloss() * Math.pow(facing, material.shine());
    double sheen = material.gloss() * 0.16 * Math.pow(facing, 7);
    double[] colour = new double[3];
    for (int c = 0; c < 3; c++) {
      double own = Canvas.linear(rgb >> 8 * (2 - c) & 0xFF);
      double lamp = light.colour()[c];
      colour[c] = own * (wrapped * wrapped * 0.35 + wrapped * 0.65) * lamp;
      colour[c] += own * sky + rim * (0.3 + own) * lamp + (spot + sheen) * lamp;
    }
    return colour;
  }

  private Field pores(double grain) {
    Field field = new Field(canvas.size);
    if (grain > 0) {
      for (int i = 0; i < field.values.length; i++) {
        field.values[i] = (float) (random.nextGaussian() * grain);
      }
      return field.blurred(1);
    }
    return field;
  }

  private BufferedImage layer() {
    return new BufferedImage(canvas.size, canvas.size, BufferedImage.TYPE_INT_ARGB);
  }

  static Graphics2D graphics(BufferedImage image, AffineTransform place) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.transform(place);
    return graphics;
  }
}
