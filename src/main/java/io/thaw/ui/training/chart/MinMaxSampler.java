package io.thaw.ui.training.chart;

/**
 * Thins a line to the pixels it has: of the points that fall into one pixel column only the first,
 * the lowest, the highest and the last are kept, so the drawn line covers the same pixels.
 */
public final class MinMaxSampler {
  /** Takes a point of the thinned line, in data units. */
  public interface Sink {
    /** A point, in the order of the line. */
    void point(double x, double y);
  }

  private MinMaxSampler() {}

  /**
   * Sends the thinned line to {@code sink}: at most four points per column.
   *
   * @param left the x of the first column's left edge
   * @param columnWidth width of a pixel column in data units
   */
  public static void sample(Series series, double left, double columnWidth, Sink sink) {
    int start = 0;
    while (start < series.size()) {
      int end = endOfColumn(series, start, left, columnWidth);
      emit(series, start, end, sink);
      start = end;
    }
  }

  private static int endOfColumn(Series series, int start, double left, double columnWidth) {
    long column = column(series.x(start), left, columnWidth);
    int end = start + 1;
    while (end < series.size() && column(series.x(end), left, columnWidth) == column) {
      end++;
    }
    return end;
  }

  private static long column(double x, double left, double columnWidth) {
    return (long) Math.floor((x - left) / columnWidth);
  }

  private static void emit(Series series, int start, int end, Sink sink) {
    int low = start;
    int high = start;
    for (int i = start; i < end; i++) {
      low = series.y(i) < series.y(low) ? i : low;
      high = series.y(i) > series.y(high) ? i : high;
    }
    int previous = -1;
    for (int i : new int[] {start, Math.min(low, high), Math.max(low, high), end - 1}) {
      if (i != previous) {
        sink.point(series.x(i), series.y(i));
      }
      previous = i;
    }
  }
}
