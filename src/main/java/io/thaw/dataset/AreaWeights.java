package io.thaw.dataset;

/**
 * Which source positions each target position covers, and how much: {@code computeResizeAreaTab}.
 */
final class AreaWeights {
  /** OpenCV ignores slivers thinner than this share of a pixel. */
  private static final double SLIVER = 1e-3;

  private final int[] starts;
  private final int[] indices;
  private final float[] weights;
  private int size;

  private AreaWeights(double sourceStart, double sourceSize, int targetSize) {
    starts = new int[targetSize + 1];
    // Whole pixels are covered once; each target has at most two edges.
    indices = new int[(int) sourceSize + 2 + 2 * targetSize];
    weights = new float[indices.length];
    double scale = 1 / (targetSize / sourceSize);
    for (int position = 0; position < targetSize; position++) {
      starts[position] = size;
      cover(sourceStart + position * scale, scale, sourceStart + sourceSize);
    }
    starts[targetSize] = size;
  }

  static AreaWeights of(double sourceStart, double sourceSize, int targetSize) {
    return new AreaWeights(sourceStart, sourceSize, targetSize);
  }

  private void cover(double from, double scale, double end) {
    double to = from + scale;
    double cell = Math.min(scale, end - from);
    int last = Math.min((int) Math.floor(to), (int) Math.ceil(end) - 1);
    int first = Math.min((int) Math.ceil(from), last);
    if (first - from > SLIVER) {
      add(first - 1, (float) ((first - from) / cell));
    }
    for (int whole = first; whole < last; whole++) {
      add(whole, (float) (1 / cell));
    }
    if (to - last > SLIVER) {
      add(last, (float) (Math.min(Math.min(to - last, 1), cell) / cell));
    }
  }

  private void add(int index, float weight) {
    indices[size] = index;
    weights[size++] = weight;
  }

  /** First entry of a target position; its entries end where the next position's begin. */
  int start(int position) {
    return starts[position];
  }

  int index(int entry) {
    return indices[entry];
  }

  float weight(int entry) {
    return weights[entry];
  }
}
