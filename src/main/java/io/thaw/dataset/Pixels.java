package io.thaw.dataset;

/**
 * A decoded picture. The array is not copied: whoever holds the record shares it.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param rgb 8-bit sRGB values, row by row, interleaved: {@code [height, width, 3]}
 */
public record Pixels(int width, int height, byte[] rgb) {
  public Pixels {
    if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels in " + rgb.length + " bytes");
    }
  }
}
