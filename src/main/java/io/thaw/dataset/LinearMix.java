package io.thaw.dataset;

/**
 * What OpenCV does for {@code INTER_AREA} when a side grows: {@code INTER_LINEAR} with the weights
 * of its {@code area_mode}, in fixed point with 11 bits.
 */
final class LinearMix {
  private static final int ONE = 1 << 11;

  private final int[] index;
  private final int[] next;
  private final int[] weight;

  private LinearMix(int sourceSize, int targetSize) {
    index = new int[targetSize];
    next = new int[targetSize];
    weight = new int[targetSize];
    double inverse = (double) targetSize / sourceSize;
    double scale = 1 / inverse;
    for (int position = 0; position < targetSize; position++) {
      int from = (int) Math.floor(position * scale);
      float share = (float) ((position + 1) - (from + 1) * inverse);
      share = share <= 0 ? 0 : share - (float) Math.floor(share);
      if (from >= sourceSize - 1) {
        from = sourceSize - 1;
        share = 0;
      }
      index[position] = from;
      next[position] = Math.min(from + 1, sourceSize - 1);
      weight[position] = (int) Math.rint(share * ONE);
    }
  }

  static void fill(Pixels source, byte[] target, int width, int height) {
    LinearMix columns = new LinearMix(source.width(), width);
    LinearMix rows = new LinearMix(source.height(), height);
    int[] upper = new int[3 * width];
    int[] lower = new int[3 * width];
    for (int y = 0; y < height; y++) {
      columns.mixRow(source, rows.index[y], upper);
      columns.mixRow(source, rows.next[y], lower);
      int share = rows.weight[y];
      for (int x = 0; x < upper.length; x++) {
        // OpenCV drops bits in this order so that the products fit 16-bit lanes.
        int above = ((ONE - share) * (upper[x] >> 4)) >> 16;
        int below = (share * (lower[x] >> 4)) >> 16;
        target[3 * width * y + x] = (byte) ((above + below + 2) >> 2);
      }
    }
  }

  private void mixRow(Pixels source, int y, int[] row) {
    byte[] rgb = source.rgb();
    int base = 3 * source.width() * y;
    for (int x = 0; x < row.length; x++) {
      int left = rgb[base + 3 * index[x / 3] + x % 3] & 0xFF;
      int right = rgb[base + 3 * next[x / 3] + x % 3] & 0xFF;
      row[x] = left * (ONE - weight[x / 3]) + right * weight[x / 3];
    }
  }
}
