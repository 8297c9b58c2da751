package io.thaw.sample;

import java.util.Arrays;

/** Follows rays through a scene (sphere tracing; Hart 1996) and lights what they meet. */
final class Renderer {
  private static final int STEPS = 110;
  private static final double CLOSE = 0.0015;
  private static final double FAR = 40;

  private final Scene scene;
  private final Light light;
  private final Thing[] things;
  private final Vec bounce;

  Renderer(Scene scene) {
    this.scene = scene;
    this.light = scene.light();
    this.things = scene.things().toArray(new Thing[0]);
    Vec mean = Vec.ZERO;
    for (int i = 0; i < 16; i++) {
      mean = mean.plus(scene.table().at(i * 0.37 - 3, 0, i * 7 % 16 * 0.4 - 3).colour());
    }
    bounce = mean.times(1 / 16.0).times(light.colour().times(0.3).plus(light.sky().times(0.5)));
  }

  /** Light that arrives at {@code from} out of the unit direction {@code along}. */
  Vec colour(Vec from, Vec along) {
    double floor = along.y() < -1e-6 ? -from.y() / along.y() : FAR;
    double z = from.z() + floor * along.z();
    boolean beyond = floor >= FAR || z < -scene.edge();
    Thing[] near = along(from, along, 0);
    double travelled = 0;
    for (int i = 0; i < STEPS && travelled < floor && near.length > 0; i++) {
      double x = from.x() + travelled * along.x();
      double y = from.y() + travelled * along.y();
      double deep = from.z() + travelled * along.z();
      Thing nearest = near[0];
      double least = FAR;
      for (Thing thing : near) {
        double gap = thing.distance(x, y, deep);
        if (gap < least) {
          least = gap;
          nearest = thing;
        }
      }
      if (least < CLOSE) {
        Vec at = new Vec(x, y, deep);
        return shaded(at, along, nearest.normal(at), nearest.surface(at));
      }
      travelled += 0.8 * least;
    }
    if (beyond) {
      return scene.backdrop().colour(along);
    }
    Vec at = from.plus(along.times(floor));
    return shaded(at, along, tableNormal(at), scene.table().at(at.x(), 0, at.z()));
  }

  /** The things whose surrounding balls meet a ray that widens by the given slope. */
  private Thing[] along(Vec from, Vec along, double slope) {
    Thing[] met = new Thing[things.length];
    int count = 0;
    for (Thing thing : things) {
      Vec to = thing.centre().minus(from);
      double ahead = Math.max(0, to.dot(along));
      double reach = thing.reach() + 0.05 + ahead * slope;
      if (to.dot(to) - (2 * to.dot(along) - ahead) * ahead < reach * reach) {
        met[count++] = thing;
      }
    }
    return Arrays.copyOf(met, count);
  }

  private static double gap(Thing[] things, double x, double y, double z, double exact) {
    double least = FAR;
    for (Thing thing : things) {
      least = Math.min(least, thing.distance(x, y, z, exact));
    }
    return least;
  }

  private Vec tableNormal(Vec at) {
    double e = 0.01;
    Skin table = scene.table();
    double here = table.relief(at.x(), 0, at.z());
    double x = (here - table.relief(at.x() + e, 0, at.z())) / e;
    double z = (here - table.relief(at.x(), 0, at.z() + e)) / e;
    return new Vec(x, 1, z).unit();
  }

  private Vec shaded(Vec at, Vec along, Vec normal, Surface surface) {
    Vec clear = at.plus(normal.times(0.012));
    double open = reached(clear);
    double creep = 0.1 + 0.35 * surface.soft();
    double facing = Math.max(0, (normal.dot(light.towards()) + creep) / (1 + creep));
    double nearby = openness(at, normal);
    Vec ambient = bounce.mix(light.sky(), 0.5 + 0.5 * normal.y()).times(nearby);
    Vec lit = surface.colour().times(light.colour().times(facing * open).plus(ambient));
    Vec mirror = along.minus(normal.times(2 * along.dot(normal)));
    double grazing = Math.pow(1 - Math.max(0, -along.dot(normal)), 5);
    double shine = light.mirrored(mirror, surface.rough()) * surface.gloss() * (0.25 + 0.75 * open);
    Vec glow = light.colour().times(shine * (0.5 + grazing));
    Vec around = bounce.mix(light.sky(), 0.5 + mirror.y()).times(surface.gloss() * nearby);
    return lit.plus(glow).plus(around.times(0.05 + 0.55 * grazing));
  }

  /** Share of the light that is not blocked; narrow misses count for half (soft shadow). */
  private double reached(Vec from) {
    Vec along = light.towards();
    Thing[] near = along(from, along, light.width());
    double open = 1;
    // Uneven steps turn what would be rings into grain.
    double uneven = Noise.hash((int) (from.x() * 9e4), (int) (from.z() * 9e4), 3, 5);
    double travelled = 0.01 + 0.05 * uneven;
    double sharp = 1.1 / light.width();
    for (int i = 0; i < 48 && travelled < 5 && near.length > 0; i++) {
      double x = from.x() + travelled * along.x();
      double y = from.y() + travelled * along.y();
      double gap = gap(near, x, y, from.z() + travelled * along.z(), 0.9);
      open = Math.min(open, 0.5 + 0.5 * sharp * gap / travelled);
      if (open < 0.02) {
        return 0;
      }
      travelled += Math.max(0.02, Math.min(0.3, Math.abs(gap) * (0.65 + 0.3 * uneven)));
    }
    return Noise.step(0, 1, open);
  }

  /** How much of the surroundings a point sees: less in corners (ambient occlusion). */
  private double openness(Vec at, Vec normal) {
    double hidden = 0;
    double weight = 1;
    for (int i = 1; i <= 5; i++) {
      double far = 0.02 + 0.13 * i * i / 5.0;
      Vec there = at.plus(normal.times(far));
      double gap = Math.min(there.y(), gap(things, there.x(), there.y(), there.z(), 0.7));
      hidden += weight * Math.max(0, far - gap) / far;
      weight *= 0.75;
    }
    return Math.max(0.08, 1 - 0.36 * hidden);
  }
}
