package io.thaw.sample;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Arranges, lights and takes one picture. */
final class Photograph {
  /** Twice the size of the picture: every pixel is the mean of four. */
  private static final int CANVAS = 320;

  private final Random random;
  private final Studio studio;
  private final Canvas canvas;

  private Photograph(Random random) {
    this.random = random;
    canvas = new Canvas(Backdrop.paint(CANVAS, random));
    studio = new Studio(canvas, Light.random(random), random);
  }

  /** The picture that follows from the subject and the state of {@code random}. */
  static BufferedImage take(Subject subject, Random random) {
    Photograph photograph = new Photograph(random);
    photograph.scatter(random.nextInt(4));
    photograph.arrange(subject);
    if (random.nextInt(5) == 0) {
      photograph.cover();
    }
    photograph.vignette();
    return photograph.develop();
  }

  private void arrange(Subject subject) {
    int count = random.nextInt(5) == 0 ? 2 : 1;
    double size = count == 2 ? Brush.range(random, 50, 74) : Brush.range(random, 58, 120);
    double lean = Brush.range(random, 0, 2 * Math.PI);
    for (int i = 0; i < count; i++) {
      double apart = count == 2 ? (i - 0.5) * size * 1.9 : 0;
      double x = CANVAS / 2.0 + Math.cos(lean) * apart + Brush.range(random, -30, 30);
      double y = CANVAS / 2.0 + Math.sin(lean) * apart + Brush.range(random, -30, 30);
      studio.place(subject.parts(random), pose(x, y, size, random.nextDouble() < 0.6 ? 0.5 : 3.1));
    }
  }

  private AffineTransform pose(double x, double y, double size, double turn) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(Brush.range(random, -turn, turn));
    place.scale(size * (random.nextBoolean() ? 1 : -1), size * Brush.range(random, 0.9, 1.04));
    return place;
  }

  private void scatter(int count) {
    for (int i = 0; i < count; i++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      double far = Brush.range(random, 90, 165);
      double x = CANVAS / 2.0 + far * Math.cos(angle);
      double y = CANVAS / 2.0 + far * Math.sin(angle);
      studio.place(Clutter.any(random), pose(x, y, Brush.range(random, 18, 34), Math.PI));
    }
  }

  /** Something small lies in front of the subject. */
  private void cover() {
    double x = CANVAS / 2.0 + Brush.range(random, -70, 70);
    double y = CANVAS / 2.0 + Brush.range(random, 10, 80);
    studio.place(Clutter.any(random), pose(x, y, Brush.range(random, 24, 40), Math.PI));
  }

  private void vignette() {
    double strength = Brush.range(random, 0.05, 0.32);
    for (int i = 0; i < canvas.light.length; i++) {
      double x = (i / 3 % CANVAS) / (CANVAS / 2.0) - 1;
      double y = (i / 3 / CANVAS) / (CANVAS / 2.0) - 1;
      canvas.light[i] *= (float) (1 - strength * (x * x + y * y) / 2);
    }
  }

  private BufferedImage develop() {
    float[] noise = new float[CANVAS * CANVAS / 4];
    double strength = Brush.range(random, 0.4, 2.2);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (random.nextGaussian() * strength);
    }
    return canvas.developed(noise);
  }
}
