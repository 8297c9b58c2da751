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
    int[][] mixed = new int[2][3 * width];
    int[] held = {-1, -1};
    for (int y = 0; y < height; y++) {
      // Neighbouring rows have different parity, so that both stay while they are of use.
      int[] upper = columns.mixed(source, rows.index[y], mixed, held);
      int[] lower = columns.mixed(source, rows.next[y], mixed, held);
      int share = rows.weight[y];
      for (int x = 0; x < upper.length; x++) {
        // OpenCV drops bits in this order so that the products fit 16-bit lanes.
        int above = ((ONE - share) * (upper[x] >> 4)) >> 16;
        int below = (share * (lower[x] >> 4)) >> 16;
        target[3 * width * y + x] = (byte) ((above + below + 2) >> 2);
      }
    }
  }

  private int[] mixed(Pixels source, int y, int[][] mixed, int[] held) {
    int place = y & 1;
    if (held[place] != y) {
      held[place] = y;
      mixRow(source.rgb(), 3 * source.width() * y, mixed[place]);
    }
    return mixed[place];
  }

  private void mixRow(byte[] rgb, int base, int[] row) {
    for (int x = 0, to = 0; x < index.length; x++, to += 3) {
      int left = base + 3 * index[x];
      int right = base + 3 * next[x];
      int rightShare = weight[x];
      int leftShare = ONE - rightShare;
      row[to] = (rgb[left] & 0xFF) * leftShare + (rgb[right] & 0xFF) * rightShare;
      row[to + 1] = (rgb[left + 1] & 0xFF) * leftShare + (rgb[right + 1] & 0xFF) * rightShare;
      row[to + 2] = (rgb[left + 2] & 0xFF) * leftShare + (rgb[right + 2] & 0xFF) * rightShare;
    }
  }
}
