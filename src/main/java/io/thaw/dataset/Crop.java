package io.thaw.dataset;

import java.util.random.RandomGenerator;

/**
 * A rectangle of a picture.
 *
 * @param left distance from the picture's left edge, in pixels
 * @param top distance from the picture's upper edge, in pixels
 * @param width in pixels
 * @param height in pixels
 */
record Crop(double left, double top, double width, double height) {
  private static final int TRIES = 10;
  private static final double WIDEST = 4.0 / 3;

  /** Share of a picture's area beyond which crops of it would hardly differ. */
  private static final double LITTLE_ROOM = 0.8;

  private static final double ROUNDING = 1e-6;

  /** What a plain view shows of a picture: all of it, or as much as has the target's shape. */
  static Crop plain(int width, int height, PictureLoader target) {
    if (target.fit() == Fit.STRETCH) {
      return new Crop(0, 0, width, height);
    }
    double across = Math.min(width, (double) height * target.width() / target.height());
    double along = Math.min(height, (double) width * target.height() / target.width());
    return new Crop((width - across) / 2, (height - along) / 2, across, along);
  }

  /**
   * Draws a crop from anywhere in the picture; ten draws that do not fit into it give the plain
   * view.
   */
  static Crop random(
      int width,
      int height,
      PictureLoader target,
      Augmentation augmentation,
      RandomGenerator random) {
    Crop plain = plain(width, height, target);
    boolean sharp = augmentation.shift() > 0;
    double least = (double) target.width() * target.height() / (plain.width * plain.height);
    if (sharp && least > LITTLE_ROOM) {
      return plain.moved(augmentation.shift(), target, random);
    }
    double minArea = sharp ? Math.max(least, augmentation.minArea()) : augmentation.minArea();
    for (int i = 0; minArea < 1 && i < TRIES; i++) {
      double zoom = Math.sqrt(random.nextDouble(minArea, 1));
      // Even in the logarithm: 3/4 is as likely as 4/3.
      double squeeze = Math.pow(WIDEST, random.nextDouble(-0.5, 0.5));
      double across = Math.max(1, plain.width * zoom * squeeze);
      double along = Math.max(1, plain.height * zoom / squeeze);
      boolean blurred = sharp && (across < target.width() || along < target.height());
      if (across <= width && along <= height && !blurred) {
        return new Crop(
            (width - across) * random.nextDouble(),
            (height - along) * random.nextDouble(),
            across,
            along);
      }
    }
    return plain;
  }

  /** This crop moved by whole pixels of the target, perhaps beyond the picture's edges. */
  private Crop moved(double shift, PictureLoader target, RandomGenerator random) {
    double across = Math.rint(target.width() * shift * (2 * random.nextDouble() - 1));
    double along = Math.rint(target.height() * shift * (2 * random.nextDouble() - 1));
    return new Crop(
        left + across * width / target.width(),
        top + along * height / target.height(),
        width,
        height);
  }

  /** Whether nothing of this crop is beyond the edges of a picture. */
  boolean liesIn(int pictureWidth, int pictureHeight) {
    return Math.min(left, top) > -ROUNDING
        && left + width < pictureWidth + ROUNDING
        && top + height < pictureHeight + ROUNDING;
  }

  /** By how much both sides, at least, are divided when this becomes a picture of this size. */
  double shrinking(int targetWidth, int targetHeight) {
    return Math.min(width / targetWidth, height / targetHeight);
  }

  /** The same part of a picture that is {@code across} times as wide, {@code along} as high. */
  Crop scaled(double across, double along) {
    return new Crop(left * across, top * along, width * across, height * along);
  }

  /** The smallest crop of whole pixels around this one's turned copies, within the picture. */
  Crop around(double radians, int pictureWidth, int pictureHeight) {
    double sine = Math.abs(Math.sin(radians));
    double cosine = Math.cos(radians);
    // One pixel more on each side for the neighbours that are mixed in.
    double across = (width * cosine + height * sine) / 2 + 1;
    double along = (height * cosine + width * sine) / 2 + 1;
    double x = left + width / 2;
    double y = top + height / 2;
    double fromX = clamp(Math.floor(x - across), pictureWidth - 1);
    double fromY = clamp(Math.floor(y - along), pictureHeight - 1);
    double toX = clamp(Math.ceil(x + across), pictureWidth);
    double toY = clamp(Math.ceil(y + along), pictureHeight);
    return new Crop(fromX, fromY, Math.max(1, toX - fromX), Math.max(1, toY - fromY));
  }

  /** This crop with its edges at the nearest pixel edges, at least one pixel large. */
  Crop whole(int pictureWidth, int pictureHeight) {
    double fromX = clamp(Math.rint(left), pictureWidth - 1);
    double fromY = clamp(Math.rint(top), pictureHeight - 1);
    double toX = clamp(Math.rint(left + width), pictureWidth);
    double toY = clamp(Math.rint(top + height), pictureHeight);
    return new Crop(fromX, fromY, Math.max(1, toX - fromX), Math.max(1, toY - fromY));
  }

  private static double clamp(double position, int most) {
    return Math.max(0, Math.min(most, position));
  }

  /** Copies this crop, which has whole pixels, out of {@code picture}. */
  Pixels cut(Pixels picture) {
    if (width == picture.width() && height == picture.height()) {
      return picture;
    }
    int stride = 3 * (int) width;
    byte[] rgb = new byte[stride * (int) height];
    for (int y = 0; y < (int) height; y++) {
      int from = 3 * (((int) top + y) * picture.width() + (int) left);
      System.arraycopy(picture.rgb(), from, rgb, y * stride, stride);
    }
    return new Pixels((int) width, (int) height, rgb);
  }
}
