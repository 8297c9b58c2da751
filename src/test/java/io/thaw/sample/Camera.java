package io.thaw.sample;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * A lens with a finite opening: what is nearer or farther than the focus blurs.
 *
 * @param from position
 * @param right unit vector along the rows of the picture
 * @param up unit vector along its columns
 * @param ahead unit vector into the picture
 * @param zoom distance of the picture plane, half a picture wide being 1
 * @param focus distance that is sharp
 * @param opening radius of the lens
 */
record Camera(Vec from, Vec right, Vec up, Vec ahead, double zoom, double focus, double opening) {
  /** Turns by this share of a circle never meet again: they cover the lens evenly. */
  private static final double GOLDEN = 0.618034;

  /** Looks down at {@code height} radians onto a point from a distance, along -z. */
  static Camera at(Vec target, double height, double distance, double roll, Random random) {
    Vec away = new Vec(0, Math.sin(height), Math.cos(height));
    Vec ahead = away.times(-1);
    Vec level = new Vec(1, 0, 0);
    Vec upright = level.cross(ahead);
    Vec right = level.times(Math.cos(roll)).plus(upright.times(Math.sin(roll)));
    double opening = Draw.range(random, 0.04, 0.17);
    Vec from = target.plus(away.times(distance));
    return new Camera(from, right, right.cross(ahead), ahead, 3, distance - 0.5, opening);
  }

  /** The picture of a scene in linear light, red, green and blue of each pixel in turn. */
  float[] expose(Renderer renderer, int side, long seed) {
    float[] film = new float[3 * side * side];
    for (int pixel = 0; pixel < side * side; pixel++) {
      // Its own lots for each pixel: another number of rays in one leaves the others alone.
      Vec light = pixel(renderer, side, pixel, new SplittableRandom(seed + pixel));
      film[3 * pixel] = (float) light.x();
      film[3 * pixel + 1] = (float) light.y();
      film[3 * pixel + 2] = (float) light.z();
    }
    return film;
  }

  /** Four rays where they agree, four times as many at edges and out of focus. */
  private Vec pixel(Renderer renderer, int side, int pixel, SplittableRandom random) {
    double start = random.nextDouble();
    Vec sum = Vec.ZERO;
    double least = 9;
    double most = 0;
    int rays = 4;
    for (int ray = 0; ray < rays; ray++) {
      double x = pixel % side + (ray % 2 + random.nextDouble()) / 2;
      double y = pixel / side + (ray / 2 % 2 + random.nextDouble()) / 2;
      double out = Math.sqrt((Integer.reverse(ray) >>> 1) / 0x1p31 + random.nextDouble() / 16);
      Vec light = seen(renderer, 2 * x / side - 1, 1 - 2 * y / side, out, start + ray * GOLDEN);
      sum = sum.plus(light);
      double bright = Math.sqrt(light.x() + light.y() + light.z());
      least = Math.min(least, bright);
      most = Math.max(most, bright);
      if (ray == 3 && most - least > 0.14) {
        rays = 16;
      }
    }
    return sum.times(1.0 / rays);
  }

  /** Through a point of the lens: share of its radius, and angle as a share of the whole turn. */
  private Vec seen(Renderer renderer, double x, double y, double out, double turn) {
    Vec sharp = from.plus(ahead.plus(right.times(x / zoom)).plus(up.times(y / zoom)).times(focus));
    double angle = 2 * Math.PI * turn;
    Vec aside = right.times(Math.cos(angle)).plus(up.times(Math.sin(angle)));
    Vec lens = from.plus(aside.times(out * opening));
    return renderer.colour(lens, sharp.minus(lens).unit());
  }
}
