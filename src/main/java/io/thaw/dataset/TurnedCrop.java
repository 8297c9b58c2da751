package io.thaw.dataset;

/**
 * Resamples a turned crop in one pass: each target pixel is the mean of up to 2 x 2 bilinear
 * samples spread over the area it covers. Where a pixel covers more than 2 x 2 of the source, the
 * source is averaged down to that first. Beyond the picture's edges it is continued as in a mirror.
 */
final class TurnedCrop {
  /** Samples along one side of a target pixel; they lie at most a source pixel apart. */
  private static final int SAMPLES = 2;

  /** Bits that positions have beyond the eight used, so that steps add up without drifting. */
  private static final int FINE_BITS = 24;

  private final Pixels source;
  private final Crop crop;
  private final double sine;
  private final double cosine;

  private TurnedCrop(Pixels source, Crop crop, double radians) {
    this.source = source;
    this.crop = crop;
    this.sine = Math.sin(radians);
    this.cosine = Math.cos(radians);
  }

  /**
   * Fills {@code [height, width, 3]} from {@code crop}, turned clockwise about its centre, of
   * {@code picture}.
   */
  static byte[] resample(Pixels picture, Crop crop, double radians, int width, int height) {
    Crop region = crop.around(radians, picture.width(), picture.height());
    int across = reduced(region.width(), crop.width(), width);
    int along = reduced(region.height(), crop.height(), height);
    Crop inside =
        new Crop(
                crop.left() - region.left(), crop.top() - region.top(), crop.width(), crop.height())
            .scaled(across / region.width(), along / region.height());
    Pixels source = region.cut(picture);
    if (across < source.width() || along < source.height()) {
      source = AreaResize.resize(source, across, along);
    }
    return new TurnedCrop(source, inside, radians).fill(width, height);
  }

  /** The side of the region at which the crop has at most twice as many pixels as the target. */
  private static int reduced(double region, double crop, int target) {
    double most = SAMPLES * target;
    return (int) (crop <= most ? region : Math.max(1, Math.rint(region * most / crop)));
  }

  private byte[] fill(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    int acrossCount = crop.width() > width ? SAMPLES : 1;
    int alongCount = crop.height() > height ? SAMPLES : 1;
    // From one sample to the next, in columns and rows of the source.
    double stepX = crop.width() / (width * acrossCount);
    double stepY = crop.height() / (height * alongCount);
    int[] sums = new int[3 * width];
    int shift = 16 + (acrossCount - 1) + (alongCount - 1);
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < alongCount; i++) {
        double down = (y * alongCount + i + 0.5) * stepY - crop.height() / 2;
        addRow(down, stepX, acrossCount, sums);
      }
      for (int x = 0; x < sums.length; x++) {
        rgb[y * sums.length + x] = (byte) (sums[x] + (1 << (shift - 1)) >> shift);
        sums[x] = 0;
      }
    }
    return rgb;
  }

  /** Adds the samples of one line, {@code down} below the crop's centre, with 16 more bits. */
  private void addRow(double down, double step, int count, int[] sums) {
    double right = 0.5 * step - crop.width() / 2;
    double fromX = crop.left() + crop.width() / 2 + right * cosine - down * sine - 0.5;
    double fromY = crop.top() + crop.height() / 2 + right * sine + down * cosine - 0.5;
    long x = fixed(fromX);
    long y = fixed(fromY);
    long stepX = fixed(step * cosine);
    long stepY = fixed(step * sine);
    for (int to = 0; to < sums.length; to += 3) {
      for (int i = 0; i < count; i++, x += stepX, y += stepY) {
        addSample((int) (x >> FINE_BITS), (int) (y >> FINE_BITS), sums, to);
      }
    }
  }

  private static long fixed(double position) {
    return Math.round(position * (1L << FINE_BITS + 8));
  }

  /** Adds the mix of four neighbours; positions have eight bits after the point. */
  private void addSample(int x, int y, int[] sums, int to) {
    int column = x >> 8;
    int row = y >> 8;
    int stride = 3 * source.width();
    int upper = inside(row, source.height()) * stride;
    int lower = inside(row + 1, source.height()) * stride;
    int left = 3 * inside(column, source.width());
    int right = 3 * inside(column + 1, source.width());
    int shareX = x & 0xFF;
    int shareY = y & 0xFF;
    int upperRight = shareX * (256 - shareY);
    int upperLeft = (256 - shareX) * (256 - shareY);
    int lowerRight = shareX * shareY;
    int lowerLeft = (256 - shareX) * shareY;
    byte[] rgb = source.rgb();
    for (int band = 0; band < 3; band++) {
      sums[to + band] +=
          (rgb[upper + left + band] & 0xFF) * upperLeft
              + (rgb[upper + right + band] & 0xFF) * upperRight
              + (rgb[lower + left + band] & 0xFF) * lowerLeft
              + (rgb[lower + right + band] & 0xFF) * lowerRight;
    }
  }

  /** The edge pixel is repeated once, then the picture runs backwards. */
  private static int inside(int position, int size) {
    if (position >= 0 && position < size) {
      return position;
    }
    int folded = Math.floorMod(position, 2 * size);
    return folded < size ? folded : 2 * size - 1 - folded;
  }
}
