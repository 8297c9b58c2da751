package io.thaw.ui.results;

/**
 * Where the cells of a square matrix lie, in pixels.
 *
 * @param size cells a side
 * @param left the first column's left edge
 * @param top the first row's upper edge
 * @param cell side of a cell, its gap of one pixel included
 */
record MatrixLayout(int size, double left, double top, double cell) {
  /** Length of the bar at the end of a row. */
  static final double BAR = 48;

  private static final double NAMES_LEFT = 136;
  private static final double NAMES_FLAT = 56;
  private static final double NAMES_SLANTED = 136;
  private static final double ROW_END = BAR + 80;
  private static final double SMALLEST = 13;
  private static final double LARGEST = 72;
  private static final int FLAT_UP_TO = 4;

  static MatrixLayout of(int size, double width, double height) {
    double top = size <= FLAT_UP_TO ? NAMES_FLAT : NAMES_SLANTED;
    double wide = (width - NAMES_LEFT - ROW_END) / size;
    double high = (height - top) / size;
    double cell = Math.floor(Math.max(SMALLEST, Math.min(LARGEST, Math.min(wide, high))));
    return new MatrixLayout(size, NAMES_LEFT, top, cell);
  }

  static double smallestWidth(int size) {
    return NAMES_LEFT + ROW_END + size * SMALLEST;
  }

  static double smallestHeight(int size) {
    return (size <= FLAT_UP_TO ? NAMES_FLAT : NAMES_SLANTED) + size * SMALLEST;
  }

  /** Whether the columns' names are too long to stand flat over them. */
  boolean slanted() {
    return size > FLAT_UP_TO;
  }

  double x(int column) {
    return left + column * cell;
  }

  double y(int row) {
    return top + row * cell;
  }

  /** The column at a pixel; -1 outside. */
  int column(double x) {
    return index((x - left) / cell);
  }

  /** The row at a pixel; -1 outside. */
  int row(double y) {
    return index((y - top) / cell);
  }

  private int index(double at) {
    return at >= 0 && at < size ? (int) at : -1;
  }
}
