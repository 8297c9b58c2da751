package io.thaw.sample;

import java.util.Random;

/**
 * One lamp and what the room gives back.
 *
 * @param x towards the lamp, to the right
 * @param y towards the lamp, downwards in the picture
 * @param z towards the lamp, out of the picture
 * @param colour of the lamp, linear red, green and blue
 * @param ambient strength of the room's light
 */
record Light(double x, double y, double z, double[] colour, double ambient) {
  static Light random(Random random) {
    double azimuth = Math.toRadians(-90 + (random.nextDouble() - 0.5) * 200);
    double elevation = Math.toRadians(38 + random.nextDouble() * 24);
    double warmth = random.nextDouble() * 0.24 - 0.07;
    double power = 0.92 + random.nextDouble() * 0.2;
    double[] colour = {power * (1 + warmth / 2), power, power * (1 - warmth)};
    double flat = Math.cos(elevation);
    return new Light(
        flat * Math.cos(azimuth),
        flat * Math.sin(azimuth),
        Math.sin(elevation),
        colour,
        0.22 + random.nextDouble() * 0.16);
  }
}
