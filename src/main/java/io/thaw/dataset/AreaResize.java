package io.thaw.dataset;

/** Resizes pictures as OpenCV's {@code cv::resize(..., INTER_AREA)} does on 8-bit values. */
public final class AreaResize {
  private AreaResize() {}

  /**
   * Resizes {@code source}, ignoring the aspect ratio. The same size gives a copy.
   *
   * @param width of the result, at least 1
   * @param height of the result, at least 1
   */
  public static Pixels resize(Pixels source, int width, int height) {
    throw new UnsupportedOperationException();
  }
}
