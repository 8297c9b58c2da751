package io.thaw.dataset;

/** Collects what becomes a {@link PictureHeader}. */
final class HeaderNotes {
  private final PictureFormat format;
  private long width;
  private long height;
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean animated;
  private boolean truncated;

  HeaderNotes(PictureFormat format) {
    this.format = format;
  }

  /** A size that something may be allocated for: of the picture, a frame, a canvas, a tile. */
  void size(long wide, long high) {
    width = Math.max(width, wide);
    height = Math.max(height, high);
  }

  void turn(Orientation found) {
    orientation = found;
  }

  void animate() {
    animated = true;
  }

  void truncate() {
    truncated = true;
  }

  PictureHeader header() {
    return new PictureHeader(format, width, height, orientation, animated, truncated);
  }
}
