package io.thaw.ui.training.chart;

/**
 * Where the lines of a chart lie, in pixels, and what its axes span.
 *
 * @param epochs the right end of the horizontal axis, which starts at 0
 * @param highest the top of the vertical axis, which starts at 0
 */
record PlotArea(
    double left, double top, double right, double bottom, double epochs, double highest) {
  private static final double LEFT = 56;
  private static final double TOP = 24;
  private static final double RIGHT = 80;
  private static final double BOTTOM = 32;

  /** The area inside a canvas, with room for the texts around it. */
  static PlotArea of(double width, double height, double epochs, double highest) {
    return new PlotArea(
        LEFT,
        TOP,
        Math.max(LEFT + 1, width - RIGHT),
        Math.max(TOP + 1, height - BOTTOM),
        epochs,
        highest);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double epochsPerPixel() {
    return epochs / width();
  }

  double x(double epoch) {
    return left + epoch / epochs * width();
  }

  double y(double value) {
    return bottom - value / highest * height();
  }

  /** The epoch at a pixel. */
  double epoch(double x) {
    return (x - left) / width() * epochs;
  }
}
