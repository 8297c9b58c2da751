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

  /** From the end of the last column to the end of the row's figure. */
  static final double ROW_END = BAR + 76;

  private static final double NAMES_LEFT = 136;
  private static final double NAMES_LEFT_SMALL = 80;
  private static final double NAMES_FLAT = 56;
  private static final double NAMES_SLANTED = 136;
  private static final double NAMES_SLANTED_SMALL = 104;
  private static final double SMALLEST = 9;
  private static final double LARGEST = 72;
  private static final int FLAT_UP_TO = 4;
  private static final int SMALL_FROM = 25;

  static MatrixLayout of(int size, double width, double height) {
    double wide = (width - namesLeft(size) - ROW_END) / size;
    double high = (height - namesAbove(size)) / size;
    double cell = Math.floor(Math.max(SMALLEST, Math.min(LARGEST, Math.min(wide, high))));
    return new MatrixLayout(size, namesLeft(size), namesAbove(size), cell);
  }

  static double smallestWidth(int size) {
    return namesLeft(size) + ROW_END + size * SMALLEST;
  }

  static double smallestHeight(int size) {
    return namesAbove(size) + size * SMALLEST;
  }

  /** The names of many classes are written small, so they need less room. */
  private static double namesLeft(int size) {
    return size < SMALL_FROM ? NAMES_LEFT : NAMES_LEFT_SMALL;
  }

  private static double namesAbove(int size) {
    if (size <= FLAT_UP_TO) {
      return NAMES_FLAT;
    }
    return size < SMALL_FROM ? NAMES_SLANTED : NAMES_SLANTED_SMALL;
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
