package io.thaw.dataset;

import java.util.Arrays;

/** OpenCV's {@code ResizeArea_Invoker}: means over areas whose edges lie inside pixels. */
final class AreaMean {
  /**
   * Floats near it are whole numbers, so adding it rounds, halves to even as OpenCV's {@code
   * cvRound} does: halves are frequent where a side is divided by two.
   */
  private static final float TO_WHOLE = 0x1.8p23f;

  private AreaMean() {}

  static void fill(Pixels source, Crop part, byte[] target, int width, int height) {
    AreaWeights columns = AreaWeights.of(part.left(), part.width(), width);
    AreaWeights rows = AreaWeights.of(part.top(), part.height(), height);
    float[] row = new float[3 * width];
    float[] sum = new float[3 * width];
    int held = -1;
    for (int y = 0; y < height; y++) {
      Arrays.fill(sum, 0);
      for (int i = rows.start(y); i < rows.start(y + 1); i++) {
        // The last row of one target row is mostly the first of the next.
        if (rows.index(i) != held) {
          held = rows.index(i);
          shrinkRow(source.rgb(), 3 * source.width() * held, columns, row);
        }
        add(row, rows.weight(i), sum);
      }
      store(sum, target, 3 * width * y);
    }
  }

  /** Kept so plain that the compiler makes vector code of it. */
  private static void add(float[] row, float weight, float[] sum) {
    for (int x = 0; x < sum.length; x++) {
      sum[x] += weight * row[x];
    }
  }

  private static void store(float[] sum, byte[] target, int at) {
    for (int x = 0; x < sum.length; x++) {
      // Sums of values and weights that are not negative: only the upper end can be overstepped.
      target[at + x] = (byte) Math.min(255, (int) (sum[x] + TO_WHOLE - TO_WHOLE));
    }
  }

  private static void shrinkRow(byte[] rgb, int base, AreaWeights columns, float[] row) {
    for (int x = 0, to = 0; to < row.length; x++, to += 3) {
      int end = columns.start(x + 1);
      int from = base + 3 * columns.index(columns.start(x));
      float red = 0;
      float green = 0;
      float blue = 0;
      // The covered columns lie side by side.
      for (int i = columns.start(x); i < end; i++, from += 3) {
        float weight = columns.weight(i);
        red += (rgb[from] & 0xFF) * weight;
        green += (rgb[from + 1] & 0xFF) * weight;
        blue += (rgb[from + 2] & 0xFF) * weight;
      }
      row[to] = red;
      row[to + 1] = green;
      row[to + 2] = blue;
    }
  }
}
