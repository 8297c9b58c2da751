package io.thaw.dataset;

import java.util.SplittableRandom;

/**
 * What an {@link Augmentation} drew for one view of one picture.
 *
 * @param crop what is shown, in pixels of the picture it was drawn for
 * @param radians how far the crop is turned about its centre
 * @param moved whether crop and turn count; if not, the plain view is shown
 * @param mirror whether left and right change places
 * @param colour what is done to the values
 */
record View(Crop crop, double radians, boolean moved, boolean mirror, ColourChange colour) {
  /**
   * Draws a view; everything follows from the arguments.
   *
   * @param width of the picture
   * @param height of the picture
   */
  static View draw(
      Augmentation augmentation, int width, int height, PictureLoader target, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean mirror = augmentation.flip() && random.nextBoolean();
    ColourChange colour =
        new ColourChange(
            factor(augmentation.brightness(), random),
            factor(augmentation.contrast(), random),
            factor(augmentation.saturation(), random));
    double radians = Math.toRadians(augmentation.degrees() * (2 * random.nextDouble() - 1));
    Crop crop = Crop.random(width, height, target, augmentation, random);
    return new View(crop, radians, augmentation.movesPixels(), mirror, colour);
  }

  private static double factor(double strength, SplittableRandom random) {
    return 1 + strength * (2 * random.nextDouble() - 1);
  }

  /** Shows this view of the picture it was drawn for, {@code [height, width, 3]}. */
  byte[] of(PictureDecoder.Decoded picture, PictureLoader target) {
    byte[] rgb = moved ? resampled(picture, target) : target.fit(picture).rgb();
    if (mirror) {
      mirror(rgb, target.width());
    }
    colour.apply(rgb);
    return rgb;
  }

  /**
   * What was drawn, in terms of what is seen: a crop that turns clockwise shows things turned the
   * other way, and a mirror turns that round.
   *
   * @param plain what the plain view shows of the same picture
   */
  ViewTraits traits(Crop plain, PictureLoader target) {
    int side = mirror ? -1 : 1;
    Crop shown = moved ? crop : plain;
    boolean whole = shown.width() == plain.width() && shown.height() == plain.height();
    return new ViewTraits(
        mirror,
        moved ? -side * Math.toDegrees(radians) : 0,
        shown.width() * shown.height() / (plain.width() * plain.height()),
        whole ? side * pixels(plain.left() - shown.left(), plain.width(), target.width()) : 0,
        whole ? pixels(plain.top() - shown.top(), plain.height(), target.height()) : 0,
        colour.brightness(),
        colour.contrast(),
        colour.saturation());
  }

  private static int pixels(double distance, double side, int target) {
    return (int) Math.rint(distance * target / side);
  }

  private byte[] resampled(PictureDecoder.Decoded picture, PictureLoader target) {
    Pixels pixels = picture.pixels();
    Crop part = picture.part(crop);
    boolean shrinks = part.width() >= target.width() && part.height() >= target.height();
    if (shrinks && radians == 0 && part.liesIn(pixels.width(), pixels.height())) {
      Pixels cut = part.whole(pixels.width(), pixels.height()).cut(pixels);
      return AreaResize.resize(cut, target.width(), target.height()).rgb();
    }
    return TurnedCrop.resample(pixels, part, radians, target.width(), target.height());
  }

  private static void mirror(byte[] rgb, int width) {
    for (int row = 0; row < rgb.length; row += 3 * width) {
      for (int left = row, right = row + 3 * (width - 1); left < right; left += 3, right -= 3) {
        for (int band = 0; band < 3; band++) {
          byte value = rgb[left + band];
          rgb[left + band] = rgb[right + band];
          rgb[right + band] = value;
        }
      }
    }
  }
}
