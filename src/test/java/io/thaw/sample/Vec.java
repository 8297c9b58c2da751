package io.thaw.sample;

/** A point, a direction, or a colour in linear light. */
record Vec(double x, double y, double z) {
  static final Vec ZERO = new Vec(0, 0, 0);

  /** A screen colour, 0xRRGGBB, in linear light. */
  static Vec colour(int rgb) {
    return new Vec(linear(rgb >> 16 & 0xFF), linear(rgb >> 8 & 0xFF), linear(rgb & 0xFF));
  }

  private static double linear(int value) {
    return Math.pow(value / 255.0, 2.2);
  }

  Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y, z + other.z);
  }

  Vec minus(Vec other) {
    return new Vec(x - other.x, y - other.y, z - other.z);
  }

  Vec times(double factor) {
    return new Vec(x * factor, y * factor, z * factor);
  }

  /** Each number times its counterpart: what a colour leaves of a light. */
  Vec times(Vec other) {
    return new Vec(x * other.x, y * other.y, z * other.z);
  }

  double dot(Vec other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Vec cross(Vec other) {
    return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vec unit() {
    return times(1 / length());
  }

  /** Goes the given share of the way to another, no further than either end. */
  Vec mix(Vec other, double share) {
    double part = Math.max(0, Math.min(1, share));
    return new Vec(x + part * (other.x - x), y + part * (other.y - y), z + part * (other.z - z));
  }
}
