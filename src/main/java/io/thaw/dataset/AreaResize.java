package io.thaw.dataset;

/**
 * Resizes pictures by the rules of OpenCV's {@code cv::resize(..., INTER_AREA)} on 8-bit values
 * (modules/imgproc/src/resize.cpp): the mean of the covered area when neither side grows, else a
 * linear mix of neighbours whose weights follow the covered area.
 */
public final class AreaResize {
  private AreaResize() {}

  /**
   * Resizes {@code source}, ignoring the aspect ratio. The same size gives a copy.
   *
   * @param width of the result, at least 1
   * @param height of the result, at least 1
   */
  public static Pixels resize(Pixels source, int width, int height) {
    return resize(source, new Crop(0, 0, source.width(), source.height()), width, height);
  }

  /**
   * Resizes a part that begins and ends within the first and last pixels; parts of pixels only
   * shrink.
   */
  static Pixels resize(Pixels source, Crop part, int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
    }
    if (width == part.width() && height == part.height()) {
      return new Pixels(width, height, source.rgb().clone());
    }
    // OpenCV inverts the ratio twice; the rounding decides whether a scale counts as whole.
    double scaleX = 1 / (width / part.width());
    double scaleY = 1 / (height / part.height());
    byte[] target = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
    if (scaleX < 1 || scaleY < 1) {
      LinearMix.fill(source, target, width, height);
    } else if (isWhole(scaleX) && isWhole(scaleY)) {
      BoxMean.fill(source, target, width, (int) Math.rint(scaleX), (int) Math.rint(scaleY));
    } else {
      AreaMean.fill(source, part, target, width, height);
    }
    return new Pixels(width, height, target);
  }

  private static boolean isWhole(double scale) {
    return Math.abs(scale - Math.rint(scale)) < Math.ulp(1.0);
  }
}
