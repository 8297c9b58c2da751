package io.thaw.sample;

import java.util.Random;

/**
 * A window or lamp, and what the room gives back.
 *
 * @param towards unit vector to its middle
 * @param across unit vector along its width
 * @param upright unit vector along its height
 * @param colour its light, linear
 * @param sky light from all round above
 * @param width half its width as seen from the table, sine of the angle
 * @param bars whether a cross divides it, as in a window
 */
record Light(
    Vec towards, Vec across, Vec upright, Vec colour, Vec sky, double width, boolean bars) {
  /** From either side or from behind, rarely from the viewer, who looks along -z. */
  static Light random(Random random) {
    double side = (random.nextBoolean() ? 1 : -1) * Draw.range(random, 0.35, 2.3);
    double high = Draw.range(random, 0.6, 1.2);
    Vec towards =
        new Vec(Math.sin(side) * Math.cos(high), Math.sin(high), Math.cos(side) * Math.cos(high));
    Vec across = towards.cross(new Vec(0, 1, 0)).unit();
    double warmth = Draw.range(random, -0.12, 0.34);
    double power = Draw.range(random, 1.25, 1.75);
    Vec colour = new Vec(power * (1 + warmth / 2), power, power * (1 - warmth));
    double fill = Draw.range(random, 0.28, 0.6);
    double cool = Draw.range(random, -0.1, 0.2);
    Vec sky = new Vec(fill * (1 - cool), fill, fill * (1 + cool));
    return new Light(
        towards,
        across,
        across.cross(towards),
        colour,
        sky,
        Draw.range(random, 0.12, 0.34),
        random.nextInt(3) == 0);
  }

  /** How bright the light is in a mirror that shows this direction, 0 to 1. */
  double mirrored(Vec direction, double rough) {
    if (direction.dot(towards) < 0) {
      return 0;
    }
    double u = Math.abs(direction.dot(across));
    double v = Math.abs(direction.dot(upright));
    double blur = 0.03 + 0.7 * rough;
    double shown =
        Noise.step(width + blur, width - blur, u) * Noise.step(width + blur, width - blur, v);
    if (bars && rough < 0.12) {
      shown *= 1 - 0.75 * Noise.step(0.05, 0.02, Math.min(u, v));
    }
    return shown * width / (width + 0.8 * rough);
  }
}
