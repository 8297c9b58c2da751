package io.thaw.ui.training.chart;

import java.util.Arrays;

/** Points in the order of x, growing at the end. Not safe for several threads. */
public final class Series {
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int size;

  /** Adds a point; points that are no finite numbers are left out. */
  public void add(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return;
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  /** Forgets all points from {@code x} on. */
  public void clearFrom(double x) {
    while (size > 0 && xs[size - 1] >= x) {
      size--;
    }
  }

  /** Forgets all points. */
  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public double x(int index) {
    return xs[index];
  }

  public double y(int index) {
    return ys[index];
  }

  /** The newest value; NaN when there is none. */
  public double last() {
    return size == 0 ? Double.NaN : ys[size - 1];
  }

  /** The largest value; negative infinity when there is none. */
  public double max() {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      max = Math.max(max, ys[i]);
    }
    return max;
  }

  /** The index of the point nearest to {@code x}; -1 when there is none. */
  public int nearest(double x) {
    if (size == 0) {
      return -1;
    }
    int found = Arrays.binarySearch(xs, 0, size, x);
    if (found >= 0) {
      return found;
    }
    int after = -found - 1;
    if (after == 0 || after == size) {
      return Math.min(after, size - 1);
    }
    return x - xs[after - 1] <= xs[after] - x ? after - 1 : after;
  }
}
