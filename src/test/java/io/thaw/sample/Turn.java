package io.thaw.sample;

/** A rotation, as the images of the three axes. */
record Turn(Vec right, Vec up, Vec front) {
  /** Tips by {@code tilt} towards +x, after a spin about the own axis; then turns on the table. */
  static Turn of(double spin, double tilt, double yaw) {
    return about(new Vec(0, 1, 0), yaw)
        .after(about(new Vec(0, 0, 1), -tilt))
        .after(about(new Vec(0, 1, 0), spin));
  }

  /** A rotation about a unit axis, in radians (Rodrigues' formula). */
  static Turn about(Vec axis, double angle) {
    return new Turn(
        swung(new Vec(1, 0, 0), axis, angle),
        swung(new Vec(0, 1, 0), axis, angle),
        swung(new Vec(0, 0, 1), axis, angle));
  }

  private static Vec swung(Vec vector, Vec axis, double angle) {
    double cosine = Math.cos(angle);
    return vector
        .times(cosine)
        .plus(axis.cross(vector).times(Math.sin(angle)))
        .plus(axis.times(axis.dot(vector) * (1 - cosine)));
  }

  Turn after(Turn first) {
    return new Turn(apply(first.right), apply(first.up), apply(first.front));
  }

  Vec apply(Vec local) {
    return right.times(local.x()).plus(up.times(local.y())).plus(front.times(local.z()));
  }

  Vec back(Vec world) {
    return new Vec(right.dot(world), up.dot(world), front.dot(world));
  }
}
