package io.thaw.sample;

/** A shape, told by how far a point lies outside it; negative inside. May fall a little short. */
interface Solid {
  double distance(double x, double y, double z);

  /** The union of two shapes with a soft transition of the given width. */
  static double melt(double one, double other, double width) {
    double share = Math.max(0, Math.min(1, 0.5 + 0.5 * (other - one) / width));
    return other + share * (one - other) - width * share * (1 - share);
  }

  /** The plain formula, many times faster than the library's, which guards against overflow. */
  static double hypot(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  /** An ellipsoid around the origin: exact at its surface, close enough nearby. */
  static double ellipsoid(double x, double y, double z, double a, double b, double c) {
    double once = Math.sqrt(x * x / (a * a) + y * y / (b * b) + z * z / (c * c));
    double twice =
        Math.sqrt(x * x / (a * a * a * a) + y * y / (b * b * b * b) + z * z / (c * c * c * c));
    return twice < 1e-9 ? -Math.min(a, Math.min(b, c)) : once * (once - 1) / twice;
  }

  /** A ball at the given centre. */
  static double ball(double x, double y, double z, double radius) {
    return Math.sqrt(x * x + y * y + z * z) - radius;
  }

  /** A rod with round ends, its radius growing evenly from one end to the other. */
  static Solid rod(Vec from, Vec to, double first, double last) {
    Vec along = to.minus(from);
    double square = along.dot(along);
    return (x, y, z) -> {
      double dx = x - from.x();
      double dy = y - from.y();
      double dz = z - from.z();
      double share = (dx * along.x() + dy * along.y() + dz * along.z()) / square;
      share = Math.max(0, Math.min(1, share));
      return ball(
          dx - share * along.x(),
          dy - share * along.y(),
          dz - share * along.z(),
          first + share * (last - first));
    };
  }

  /** Two rods end to end, the joint softened: a stem with a bend. */
  static Solid stalk(Vec from, Vec bend, Vec to, double first, double last) {
    Solid lower = rod(from, bend, first, (first + last) / 2);
    Solid upper = rod(bend, to, (first + last) / 2, last);
    return (x, y, z) -> melt(lower.distance(x, y, z), upper.distance(x, y, z), 0.05);
  }

  /** A box around the origin with rounded edges; half its width, height and depth. */
  static Solid box(double wide, double tall, double deep, double round) {
    return (x, y, z) -> {
      double dx = Math.abs(x) - wide + round;
      double dy = Math.abs(y) - tall + round;
      double dz = Math.abs(z) - deep + round;
      double inside = Math.min(0, Math.max(dx, Math.max(dy, dz)));
      return ball(Math.max(0, dx), Math.max(0, dy), Math.max(0, dz), round) + inside;
    };
  }

  /** This shape turned and then moved. */
  default Solid placed(Turn turn, Vec to) {
    return (x, y, z) -> {
      Vec local = turn.back(new Vec(x - to.x(), y - to.y(), z - to.z()));
      return distance(local.x(), local.y(), local.z());
    };
  }
}
