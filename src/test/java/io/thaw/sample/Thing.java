package io.thaw.sample;

/** A piece that stands somewhere in the scene. */
final class Thing {
  private static final int GRID = 26;

  private final Piece piece;
  private final Turn turn;
  private final Vec centre;
  private final double scale;

  Thing(Piece piece, Turn turn, Vec centre, double scale) {
    this.piece = piece;
    this.turn = turn;
    this.centre = centre;
    this.scale = scale;
  }

  Vec centre() {
    return centre;
  }

  double reach() {
    return piece.reach() * scale;
  }

  double distance(double x, double y, double z) {
    return distance(x, y, z, 0.1);
  }

  /** Beyond the given distance, that to the ball around it: cheaper, and never too much. */
  double distance(double x, double y, double z, double exact) {
    double dx = x - centre.x();
    double dy = y - centre.y();
    double dz = z - centre.z();
    double far = Math.sqrt(dx * dx + dy * dy + dz * dz) - reach();
    if (far > exact) {
      return far;
    }
    Vec right = turn.right();
    Vec up = turn.up();
    Vec front = turn.front();
    return scale
        * piece
            .solid()
            .distance(
                (right.x() * dx + right.y() * dy + right.z() * dz) / scale,
                (up.x() * dx + up.y() * dy + up.z() * dz) / scale,
                (front.x() * dx + front.y() * dy + front.z() * dz) / scale);
  }

  Surface surface(Vec at) {
    Vec own = own(at);
    return piece.skin().at(own.x(), own.y(), own.z());
  }

  /**
   * Direction of the surface, relief included, from differences at the corners of a tetrahedron.
   */
  Vec normal(Vec at) {
    Vec own = own(at);
    double e = 0.005;
    double a = height(own.x() + e, own.y() - e, own.z() - e);
    double b = height(own.x() - e, own.y() - e, own.z() + e);
    double c = height(own.x() - e, own.y() + e, own.z() - e);
    double d = height(own.x() + e, own.y() + e, own.z() + e);
    return turn.apply(new Vec(a - b - c + d, -a - b + c + d, -a + b - c + d).unit());
  }

  private double height(double x, double y, double z) {
    return piece.solid().distance(x, y, z) - piece.skin().relief(x, y, z);
  }

  private Vec own(Vec at) {
    return turn.back(at.minus(centre)).times(1 / scale);
  }

  /** How far a turned solid reaches down below its middle, in its own units. */
  static double depth(Piece piece, Turn turn) {
    double least = 0;
    double most = piece.reach();
    for (int i = 0; i < 11; i++) {
      double middle = (least + most) / 2;
      if (reaches(piece, turn, -middle)) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return least;
  }

  private static boolean reaches(Piece piece, Turn turn, double level) {
    for (int i = 0; i <= GRID; i++) {
      for (int j = 0; j <= GRID; j++) {
        double x = piece.reach() * (2.0 * i / GRID - 1);
        double z = piece.reach() * (2.0 * j / GRID - 1);
        Vec own = turn.back(new Vec(x, level, z));
        if (piece.solid().distance(own.x(), own.y(), own.z()) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the two share space, as far as a coarse grid shows. */
  boolean overlaps(Thing other) {
    if (centre.minus(other.centre).length() > reach() + other.reach()) {
      return false;
    }
    double step = Math.min(0.11, reach() / 5);
    for (double x = -reach(); x <= reach(); x += step) {
      for (double y = -reach(); y <= reach(); y += step) {
        for (double z = -reach(); z <= reach(); z += step) {
          Vec at = centre.plus(new Vec(x, y, z));
          if (distance(at.x(), at.y(), at.z()) < 0.01
              && other.distance(at.x(), at.y(), at.z()) < 0.01) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
