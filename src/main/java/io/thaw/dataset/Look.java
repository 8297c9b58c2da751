package io.thaw.dataset;

import java.nio.file.Path;

/**
 * What a decoded picture looks like, in as little as it takes to find others like it.
 *
 * @param width of the upright picture, in pixels
 * @param height of the upright picture, in pixels
 * @param hash perceptual hash, see {@link PerceptualHash}
 * @param spread largest difference between two pixels in any channel, of the picture at 32 x 32
 *     pixels, 0 to 255
 * @param colours the picture at 8 x 8 pixels, 8-bit RGB {@code [8, 8, 3]}; not to be changed
 */
record Look(int width, int height, long hash, int spread, byte[] colours) {
  /** Side of {@link #colours}, in pixels. */
  static final int SIDE = 8;

  /** Bytes of {@link #colours}. */
  static final int COLOUR_BYTES = 3 * SIDE * SIDE;

  private static final int DETAIL = 32;

  /** A spread of noise and of JPEG's rounding; what is seen of a picture has more. */
  private static final int BLANK_SPREAD = 10;

  /** Pictures with less structure are alike in nothing but being empty. */
  private static final int PLAIN_SPREAD = 48;

  /** Of the hash's 63 bits, how many may differ between two versions of a picture. */
  static final int DIFFERENT_BITS = 10;

  /** Mean square of the difference of colours, in grey levels squared. */
  private static final int DIFFERENT_COLOURS = 144;

  /**
   * Decodes as much of a file as is needed.
   *
   * @throws UnreadablePictureException whatever is wrong with the file
   */
  static Look at(Path file, Reading reading) throws UnreadablePictureException {
    PictureDecoder.Decoded decoded =
        PictureDecoder.decode(
            file, reading, (width, height) -> Math.min(width, height) / (double) DETAIL);
    Pixels detail = decoded.resized(DETAIL, DETAIL);
    return new Look(
        decoded.width(),
        decoded.height(),
        PerceptualHash.of(detail),
        spread(detail.rgb()),
        AreaResize.resize(detail, SIDE, SIDE).rgb());
  }

  private static int spread(byte[] rgb) {
    int spread = 0;
    for (int channel = 0; channel < 3; channel++) {
      int least = 255;
      int most = 0;
      for (int i = channel; i < rgb.length; i += 3) {
        least = Math.min(least, rgb[i] & 0xff);
        most = Math.max(most, rgb[i] & 0xff);
      }
      spread = Math.max(spread, most - least);
    }
    return spread;
  }

  /** Whether there is nothing to be seen. */
  boolean isBlank() {
    return spread < BLANK_SPREAD;
  }

  /** Whether there is enough to be seen for two pictures to be told apart by it. */
  boolean isTelling() {
    return spread >= PLAIN_SPREAD;
  }

  /** Whether two pictures are versions of one: saved again, in another size, slightly changed. */
  boolean isLike(Look other) {
    return Long.bitCount(hash ^ other.hash) <= DIFFERENT_BITS
        && isTelling()
        && other.isTelling()
        && distance(other) <= DIFFERENT_COLOURS * COLOUR_BYTES;
  }

  /** Sum of the squared differences of colours. */
  int distance(Look other) {
    int sum = 0;
    for (int i = 0; i < COLOUR_BYTES; i++) {
      int difference = (colours[i] & 0xff) - (other.colours[i] & 0xff);
      sum += difference * difference;
    }
    return sum;
  }
}
