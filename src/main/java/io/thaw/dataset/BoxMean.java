package io.thaw.dataset;

/** OpenCV's {@code resizeAreaFast_}: each target value is the mean of a whole box of values. */
final class BoxMean {
  private BoxMean() {}

  static void fill(Pixels source, byte[] target, int width, int scaleX, int scaleY) {
    int stride = 3 * source.width();
    for (int i = 0; i < target.length; i++) {
      int pixel = i / 3;
      int from = pixel / width * scaleY * stride + pixel % width * scaleX * 3 + i % 3;
      int sum = 0;
      for (int y = 0; y < scaleY; y++) {
        for (int x = 0; x < scaleX; x++) {
          sum += source.rgb()[from + y * stride + 3 * x] & 0xFF;
        }
      }
      target[i] = (byte) mean(sum, scaleX, scaleY);
    }
  }

  private static int mean(int sum, int scaleX, int scaleY) {
    // The vector code for 2 x 2 rounds a half up, the general code to the even neighbour.
    return scaleX == 2 && scaleY == 2
        ? (sum + 2) >> 2
        : (int) Math.rint(sum * (1f / (scaleX * scaleY)));
  }
}
