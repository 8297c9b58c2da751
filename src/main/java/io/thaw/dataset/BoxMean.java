package io.thaw.dataset;

/** OpenCV's {@code resizeAreaFast_}: each target value is the mean of a whole box of values. */
final class BoxMean {
  private BoxMean() {}

  static void fill(Pixels source, byte[] target, int width, int scaleX, int scaleY) {
    int stride = 3 * source.width();
    int[] sums = new int[3 * width];
    for (int at = 0, row = 0; at < target.length; at += sums.length) {
      for (int y = 0; y < scaleY; y++, row += stride) {
        addRow(source.rgb(), row, scaleX, sums);
      }
      for (int x = 0; x < sums.length; x++) {
        target[at + x] = (byte) mean(sums[x], scaleX, scaleY);
        sums[x] = 0;
      }
    }
  }

  private static void addRow(byte[] rgb, int row, int scaleX, int[] sums) {
    for (int x = 0, from = row; x < sums.length; x += 3) {
      for (int i = 0; i < scaleX; i++, from += 3) {
        sums[x] += rgb[from] & 0xFF;
        sums[x + 1] += rgb[from + 1] & 0xFF;
        sums[x + 2] += rgb[from + 2] & 0xFF;
      }
    }
  }

  private static int mean(int sum, int scaleX, int scaleY) {
    // The vector code for 2 x 2 rounds a half up, the general code to the even neighbour.
    return scaleX == 2 && scaleY == 2
        ? (sum + 2) >> 2
        : (int) Math.rint(sum * (1f / (scaleX * scaleY)));
  }
}
