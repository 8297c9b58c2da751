package io.thaw.dataset;

/**
 * Random changes that leave a picture's class alone: each epoch sees another view of a picture.
 *
 * <p>Crops are those of Szegedy et al., "Going Deeper with Convolutions" (2015), as torchvision's
 * {@code RandomResizedCrop} draws them, with one difference: the share is of what the plain view
 * shows, not of the whole picture, so that a mild setting stays mild on wide pictures.
 *
 * @param flip whether half of the views are mirrored left to right
 * @param minArea smallest share of the plain view's area that a crop may have, above 0; the share
 *     is drawn evenly between this and 1, the crop's aspect ratio between 3/4 and 4/3 of the plain
 *     view's; 1 crops nothing
 * @param shift if above 0, views are as sharp as the plain one: no crop has fewer pixels along a
 *     side than the network takes, and a picture that has too few for that is moved instead, by up
 *     to this share of its sides in either direction, its edges continued as in a mirror; at most
 *     0.25
 * @param degrees largest turn in either direction, drawn evenly, 0 to 45
 * @param brightness values are multiplied by 1 - brightness to 1 + brightness, 0 to 1
 * @param contrast distances from the mean grey are multiplied likewise, 0 to 1
 * @param saturation distances from each pixel's grey are multiplied likewise, 0 to 1
 */
public record Augmentation(
    boolean flip,
    double minArea,
    double shift,
    double degrees,
    double brightness,
    double contrast,
    double saturation) {
  /** Changes nothing. */
  public static final Augmentation NONE = new Augmentation(false, 1, 0, 0, 0, 0);

  /** Mirrors, and moves or zooms a little; for pictures taken in a fixed arrangement. */
  public static final Augmentation LIGHT = new Augmentation(true, 0.75, 0, 0, 0, 0);

  /**
   * Mirrors, and shows any part of at least half as sharply as the whole, or moves pictures that
   * are too small for that; for learning from nothing.
   */
  public static final Augmentation CROPS = new Augmentation(true, 0.5, 0.125, 0, 0, 0, 0);

  /** For photographs of things that may stand anywhere in the picture and in any light. */
  public static final Augmentation STANDARD = new Augmentation(true, 0.35, 8, 0.2, 0.2, 0.2);

  /** One that may enlarge small parts of a picture. */
  public Augmentation(
      boolean flip,
      double minArea,
      double degrees,
      double brightness,
      double contrast,
      double saturation) {
    this(flip, minArea, 0, degrees, brightness, contrast, saturation);
  }

  public Augmentation {
    require(shift >= 0 && shift <= 0.25, "moves by " + shift + " of the sides");
    require(minArea > 0 && minArea <= 1, "crops of at least " + minArea + " of the area");
    require(degrees >= 0 && degrees <= 45, "turns of " + degrees + " degrees");
    require(isStrength(brightness), "a change in brightness of " + brightness);
    require(isStrength(contrast), "a change in contrast of " + contrast);
    require(isStrength(saturation), "a change in saturation of " + saturation);
  }

  private static boolean isStrength(double value) {
    return value >= 0 && value <= 1;
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new IllegalArgumentException(what);
    }
  }

  /** Whether views differ from the plain one in which pixels they show. */
  boolean movesPixels() {
    return minArea < 1 || shift > 0 || degrees > 0;
  }
}
