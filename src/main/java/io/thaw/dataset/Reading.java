package io.thaw.dataset;

/**
 * What is accepted of a picture's file.
 *
 * @param acceptTruncated whether a JPEG file that ends early is used as far as it goes, the rest of
 *     it grey; else it is a problem, as in all other formats
 * @param megapixelLimit pictures that declare more million pixels are refused before any memory is
 *     taken for them, at least 1
 */
public record Reading(boolean acceptTruncated, long megapixelLimit) {
  /** Whole pictures of at most 100 megapixels, which take 300 MB each. */
  public static final Reading DEFAULT = new Reading(false, 100);

  /** The same, and JPEG files that end early. */
  public static final Reading LENIENT = new Reading(true, DEFAULT.megapixelLimit);

  /** Java's arrays end at two thousand million bytes, three to a pixel. */
  private static final long MOST = 700;

  private static final long MILLION = 1_000_000;

  public Reading {
    if (megapixelLimit < 1 || megapixelLimit > MOST) {
      throw new IllegalArgumentException(
          "a limit of " + megapixelLimit + " megapixels; 1 to " + MOST + " can be set");
    }
  }

  boolean allows(long width, long height) {
    // Sides of headers have up to 32 bits, so the product may not fit.
    return width <= megapixelLimit * MILLION && width * height <= megapixelLimit * MILLION;
  }

  /** Refuses sizes that nothing should be allocated for. */
  void require(long width, long height) throws BadPictureException {
    if (width < 1 || height < 1) {
      throw new BadPictureException(ProblemKind.DAMAGED, "the picture has no pixels");
    }
    if (!allows(width, height)) {
      throw new BadPictureException(
          ProblemKind.TOO_LARGE,
          "the picture is too large: %d x %d pixels, at most %d million are read"
              .formatted(width, height, megapixelLimit));
    }
  }
}
