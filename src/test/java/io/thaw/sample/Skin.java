package io.thaw.sample;

/** The look of a solid, in the solid's own coordinates. */
interface Skin {
  Surface at(double x, double y, double z);

  /** Height of what is too fine for the solid: pores, weave, grain. */
  default double relief(double x, double y, double z) {
    return 0;
  }

  /** One colour throughout. */
  static Skin plain(int rgb, double gloss, double rough) {
    Surface surface = new Surface(Vec.colour(rgb), gloss, rough, 0.15);
    return (x, y, z) -> surface;
  }
}
