package io.thaw.sample;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arranges one to three fruits of a kind among other things and takes their picture. */
final class StillLife {
  static final int SIDE = 160;
  private static final int TRIES = 24;

  private final Random random;
  private final List<Thing> solid = new ArrayList<>();
  private final List<Thing> things = new ArrayList<>();
  private double level;

  private StillLife(Random random) {
    this.random = random;
  }

  /** The picture that follows from the subject and the state of {@code random}. */
  static BufferedImage taken(Subject subject, Random random) {
    return new StillLife(random).taken(subject);
  }

  private BufferedImage taken(Subject subject) {
    double height = Draw.chance(random, 0.8) ? range(0.25, 0.75) : range(0.75, 1.3);
    Skin table = Table.random(random);
    Backdrop backdrop = Backdrop.random(random);
    Light light = Light.random(random);
    lay();
    double lot = random.nextDouble();
    int count = lot < 0.68 ? 1 : lot < 0.92 ? 2 : 3;
    Vec middle = group(subject, count, height);
    surround(middle, height);
    Scene scene = new Scene(things, table, range(2.2, 7), backdrop, light);
    double spread = 1 + 0.3 * (count - 1);
    Vec target = middle.plus(new Vec(range(-0.4, 0.4), range(-0.25, 0.25), range(-0.3, 0.3)));
    double distance = spread * range(3.2, 4.7);
    Camera camera = Camera.at(target, height, distance, 0.09 * random.nextGaussian(), random);
    float[] film = camera.expose(new Renderer(scene), SIDE, random.nextLong());
    return Film.developed(film, SIDE, random);
  }

  private double range(double low, double high) {
    return Draw.range(random, low, high);
  }

  private void lay() {
    if (Draw.chance(random, 0.4)) {
      Turn turn = Turn.of(0, 0, range(0, 6.28));
      things.add(new Thing(Ware.any(random), turn, Vec.ZERO, 1));
      level = Ware.HEIGHT;
    }
  }

  /** Puts the fruits close together and tells where the middle of those that fit lies. */
  private Vec group(Subject subject, int count, double height) {
    Vec sum = Vec.ZERO;
    int placed = 0;
    for (int i = 0; i < count; i++) {
      List<Piece> half = i > 0 && Draw.chance(random, 0.5) ? subject.opened(random) : List.of();
      List<Piece> pieces = half.isEmpty() ? subject.pieces(random) : half;
      double scale = range(0.85, 1.08);
      for (int tries = 0; tries < TRIES; tries++) {
        double far = i == 0 ? 0 : 1.1 + 0.06 * tries;
        double angle = range(0, 6.28);
        Vec spot = new Vec(far * Math.cos(angle), 0, far * Math.sin(angle));
        spot = placed == 0 ? spot : sum.times(1.0 / placed).plus(spot);
        Turn rest = half.isEmpty() ? subject.rest(random, height) : face();
        Vec rested = put(pieces, rest, new Vec(spot.x(), level, spot.z()), scale);
        if (rested != null) {
          sum = sum.plus(rested);
          placed++;
          break;
        }
      }
    }
    return sum.times(1.0 / placed);
  }

  /** Leans the cut face of a half towards the viewer, more or less. */
  private Turn face() {
    return Turn.of(range(0, 6.28), range(0.2, 0.8), range(-2.4, -0.7));
  }

  /** Sets something down; gives its middle, or null where there is no room. */
  private Vec put(List<Piece> pieces, Turn turn, Vec spot, double scale) {
    // The body alone carries it and needs room: leaves and stems give way.
    double depth = Thing.depth(pieces.get(0), turn);
    Vec centre = spot.plus(new Vec(0, depth * scale - 0.01, 0));
    Thing body = new Thing(pieces.get(0), turn, centre, scale);
    if (solid.stream().anyMatch(body::overlaps)) {
      return null;
    }
    solid.add(body);
    things.add(body);
    for (Piece piece : pieces.subList(1, pieces.size())) {
      things.add(new Thing(piece, turn, centre, scale));
    }
    return centre;
  }

  private void surround(Vec middle, double height) {
    for (int i = random.nextInt(3); i > 0; i--) {
      double angle = range(-2.6, 2.6);
      strew(Prop.beside(random), middle, angle, range(1.9, 3.2));
    }
    if (Draw.chance(random, 0.2)) {
      double near = height < 0.7 ? range(1.1, 1.9) : range(0.9, 1.3);
      strew(Prop.before(random), middle, Math.PI + range(-0.6, 0.6), near);
    }
  }

  /** An angle of 0 lies straight behind, pi straight before. */
  private void strew(List<Piece> pieces, Vec middle, double angle, double far) {
    Turn turn = Turn.of(0, 0, range(0, 6.28));
    for (int tries = 0; tries < 6; tries++) {
      double away = far + 0.2 * tries;
      double x = middle.x() + away * Math.sin(angle);
      double z = middle.z() - away * Math.cos(angle);
      double floor = Solid.hypot(x, z) < 1.7 ? level : 0;
      if (put(pieces, turn, new Vec(x, floor, z), 1) != null) {
        return;
      }
    }
  }
}
