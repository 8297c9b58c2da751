package io.thaw.dataset;

import java.util.Arrays;

/** OpenCV's {@code ResizeArea_Invoker}: means over areas whose edges lie inside pixels. */
final class AreaMean {
  private AreaMean() {}

  static void fill(Pixels source, byte[] target, int width, int height) {
    AreaWeights columns = AreaWeights.of(source.width(), width);
    AreaWeights rows = AreaWeights.of(source.height(), height);
    float[] row = new float[3 * width];
    float[] sum = new float[3 * width];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sum, 0);
      for (int i = rows.start(y); i < rows.start(y + 1); i++) {
        shrinkRow(source, rows.index(i), columns, row);
        float weight = rows.weight(i);
        for (int x = 0; x < sum.length; x++) {
          sum[x] += weight * row[x];
        }
      }
      for (int x = 0; x < sum.length; x++) {
        target[3 * width * y + x] = (byte) Math.max(0, Math.min(255, (int) Math.rint(sum[x])));
      }
    }
  }

  private static void shrinkRow(Pixels source, int y, AreaWeights columns, float[] row) {
    byte[] rgb = source.rgb();
    int base = 3 * source.width() * y;
    for (int x = 0; x < row.length / 3; x++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int i = columns.start(x); i < columns.start(x + 1); i++) {
        int from = base + 3 * columns.index(i);
        float weight = columns.weight(i);
        red += (rgb[from] & 0xFF) * weight;
        green += (rgb[from + 1] & 0xFF) * weight;
        blue += (rgb[from + 2] & 0xFF) * weight;
      }
      row[3 * x] = red;
      row[3 * x + 1] = green;
      row[3 * x + 2] = blue;
    }
  }
}
