package io.thaw.dataset;

/**
 * How a stored picture is turned to stand upright: the values of the tag Orientation (TIFF 6.0,
 * page 36; the same in EXIF), in their order.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  HALF_TURN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  QUARTER_TURN_RIGHT(true, true, false),
  TRANSVERSED(true, true, true),
  QUARTER_TURN_LEFT(true, false, true);

  /** The tag's number. */
  static final int TAG = 274;

  private final boolean swapped;
  private final boolean fromRight;
  private final boolean fromBelow;

  /**
   * An orientation.
   *
   * @param swapped whether a stored row becomes a column
   * @param fromRight whether the upright picture's rows then run the other way
   * @param fromBelow whether its columns do
   */
  Orientation(boolean swapped, boolean fromRight, boolean fromBelow) {
    this.swapped = swapped;
    this.fromRight = fromRight;
    this.fromBelow = fromBelow;
  }

  /** The orientation for a tag's value; values that mean nothing leave the picture as it is. */
  static Orientation of(long value) {
    return value >= 1 && value <= values().length ? values()[(int) value - 1] : UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean swapped() {
    return swapped;
  }

  /** Whether what was stored last comes first in the rows of the upright picture. */
  boolean fromRight() {
    return fromRight;
  }

  /** Whether what was stored last comes first in the columns of the upright picture. */
  boolean fromBelow() {
    return fromBelow;
  }

  /** The upright picture; {@code stored} itself when nothing is to be turned. */
  Pixels upright(Pixels stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int width = swapped ? stored.height() : stored.width();
    int height = swapped ? stored.width() : stored.height();
    int right = 3 * (swapped ? stored.width() : 1);
    int below = 3 * (swapped ? 1 : stored.width());
    byte[] from = stored.rgb();
    byte[] rgb = new byte[from.length];
    int stepX = fromRight ? -right : right;
    for (int y = 0, to = 0; y < height; y++) {
      int at = below * (fromBelow ? height - 1 - y : y) + (fromRight ? right * (width - 1) : 0);
      for (int x = 0; x < width; x++, to += 3, at += stepX) {
        rgb[to] = from[at];
        rgb[to + 1] = from[at + 1];
        rgb[to + 2] = from[at + 2];
      }
    }
    return new Pixels(width, height, rgb);
  }
}
