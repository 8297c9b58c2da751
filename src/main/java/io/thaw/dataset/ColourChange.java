package io.thaw.dataset;

/**
 * Factors on brightness, contrast and saturation, as torchvision's {@code ColorJitter} defines
 * them, in this order. All three are linear, so that one pass does them without rounding between.
 *
 * @param brightness factor on every value
 * @param contrast factor on the distance from the picture's mean grey
 * @param saturation factor on the distance from the pixel's grey
 */
record ColourChange(double brightness, double contrast, double saturation) {
  private static final int BITS = 16;

  private boolean changesNothing() {
    return brightness == 1 && contrast == 1 && saturation == 1;
  }

  /** Changes {@code rgb}, {@code [pixels, 3]}, in place. */
  void apply(byte[] rgb) {
    if (changesNothing()) {
      return;
    }
    double scale = brightness * contrast;
    int own = fixed(scale * saturation);
    int shared = fixed(scale * (1 - saturation));
    int offset = fixed((1 - contrast) * brightness * meanGrey(rgb) + 0.5);
    for (int i = 0; i < rgb.length; i += 3) {
      int red = rgb[i] & 0xFF;
      int green = rgb[i + 1] & 0xFF;
      int blue = rgb[i + 2] & 0xFF;
      int base = offset + shared * (grey(red, green, blue) + 128 >> 8);
      rgb[i] = value(base + own * red);
      rgb[i + 1] = value(base + own * green);
      rgb[i + 2] = value(base + own * blue);
    }
  }

  private static int fixed(double value) {
    return (int) Math.rint(value * (1 << BITS));
  }

  private static byte value(int fixed) {
    return (byte) Math.max(0, Math.min(255, fixed >> BITS));
  }

  /** Luma of ITU-R BT.601, times 256. */
  private static int grey(int red, int green, int blue) {
    return 77 * red + 150 * green + 29 * blue;
  }

  private static double meanGrey(byte[] rgb) {
    long sum = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      sum += grey(rgb[i] & 0xFF, rgb[i + 1] & 0xFF, rgb[i + 2] & 0xFF);
    }
    return sum / 256.0 / (rgb.length / 3);
  }
}
