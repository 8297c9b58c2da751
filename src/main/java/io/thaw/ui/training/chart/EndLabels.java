package io.thaw.ui.training.chart;

/**
 * Where the labels of two lines stand beside their ends: as near as they can without covering each
 * other or leaving the plot.
 *
 * @param first middle of the first line's label; NaN when the line has no end
 * @param second middle of the second line's label; NaN when the line has no end
 */
record EndLabels(double first, double second) {
  /** Distance of the two text lines of a label. */
  static final double LINE = 16;

  private static final double HEIGHT = 2 * LINE + 4;

  /** Labels for lines that end at these heights; NaN stands for a line without an end. */
  static EndLabels of(PlotArea area, double first, double second) {
    double top = area.top() + LINE;
    double bottom = Math.max(top, area.bottom() - LINE);
    double one = Math.max(top, Math.min(bottom, first));
    double two = Math.max(top, Math.min(bottom, second));
    if (!(Math.abs(one - two) < HEIGHT)) {
      return new EndLabels(one, two);
    }
    double middle = (one + two) / 2;
    middle = Math.max(top + HEIGHT / 2, Math.min(bottom - HEIGHT / 2, middle));
    double up = middle - HEIGHT / 2;
    double down = middle + HEIGHT / 2;
    return first <= second ? new EndLabels(up, down) : new EndLabels(down, up);
  }
}
