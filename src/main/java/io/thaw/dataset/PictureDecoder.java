package io.thaw.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageReader;

/**
 * Decodes a file into 8-bit RGB, upright as its orientation tag says. The type is told by content,
 * never by name. For JPEG and PNG without such a tag the pixels are those that DJL's {@code
 * ImageFactory} gets from the JDK, with two exceptions: transparent pixels are laid over white, and
 * grey values with 16 bits or transparency are taken as stored. Safe for use by several threads.
 */
public final class PictureDecoder {
  /**
   * System property that keeps native code out of this process when it is {@code true}: a damaged
   * picture must not be able to close the window.
   */
  public static final String JAVA_ONLY = "thaw.decoder.java";

  private PictureDecoder() {}

  /**
   * What is left of a picture when a use does with less.
   *
   * @param pixels the picture, at its own size or as a half, a quarter or an eighth of it
   * @param width of the picture itself
   * @param height of the picture itself
   * @param reduction pixels of the picture along one side of a decoded pixel; the last ones of a
   *     stored row or column may stand for fewer
   * @param left where the picture begins in a row of decoded pixels: 0, or a part of a pixel where
   *     the picture was turned so that the last one came first
   * @param top the same in a column
   */
  record Decoded(Pixels pixels, int width, int height, int reduction, double left, double top) {
    Decoded(Pixels pixels, int width, int height, int reduction) {
      this(pixels, width, height, reduction, 0, 0);
    }

    static Decoded whole(Pixels pixels) {
      return new Decoded(pixels, pixels.width(), pixels.height(), 1);
    }

    /** Turns what was decoded of a stored picture of this size. */
    static Decoded upright(
        Pixels stored, int width, int height, int reduction, Orientation orientation) {
      Pixels pixels = orientation.upright(stored);
      int across = orientation.swapped() ? height : width;
      int along = orientation.swapped() ? width : height;
      double left = orientation.fromRight() ? pixels.width() - (double) across / reduction : 0;
      double top = orientation.fromBelow() ? pixels.height() - (double) along / reduction : 0;
      return new Decoded(pixels, across, along, reduction, left, top);
    }

    /** Where a part of the picture lies in {@link #pixels}. */
    Crop part(Crop crop) {
      Crop part = crop.scaled(1.0 / reduction, 1.0 / reduction);
      return new Crop(left + part.left(), top + part.top(), part.width(), part.height());
    }

    /** Resizes the picture, ignoring the aspect ratio. */
    Pixels resized(int toWidth, int toHeight) {
      return AreaResize.resize(pixels, part(new Crop(0, 0, width, height)), toWidth, toHeight);
    }
  }

  /** Says how much smaller a picture will be made. */
  interface Shrinking {
    /** By how much, at least, both sides of a picture of this size will be divided. */
    double of(int width, int height);
  }

  /**
   * Decodes the first picture of {@code file} and turns it upright.
   *
   * @throws UnreadablePictureException whatever is wrong with the file: missing, empty, truncated,
   *     damaged, of another type, too large
   */
  public static Pixels decode(Path file) throws UnreadablePictureException {
    return decode(file, Reading.DEFAULT);
  }

  /**
   * Decodes the first picture of {@code file} and turns it upright.
   *
   * @param reading what is accepted
   * @throws UnreadablePictureException whatever is wrong with the file
   */
  public static Pixels decode(Path file, Reading reading) throws UnreadablePictureException {
    return decode(file, reading, (width, height) -> 1).pixels();
  }

  /** What decodes ordinary JPEG files on this computer, for reports. */
  public static String jpegDecoder() {
    return NativeJpeg.isAvailable() ? "libjpeg-turbo" : "ImageIO";
  }

  /**
   * Decodes as much of {@code file} as is needed, so that at least half of the shrinking is left to
   * averaging, which is better at it.
   *
   * @param shrinking asked of the upright picture
   * @throws UnreadablePictureException whatever is wrong with the file
   */
  static Decoded decode(Path file, Reading reading, Shrinking shrinking)
      throws UnreadablePictureException {
    PictureFile.requireFile(file);
    PictureBytes source = PictureBytes.of(file);
    Decoded decoded = ordinary(source, reading, shrinking);
    return decoded != null
        ? decoded
        : Decoded.whole(
            PictureFile.use(
                file,
                source::open,
                reading,
                (reader, header) -> header.orientation().upright(read(reader, reading))));
  }

  /** The fast way; null when it is not open to this file. */
  private static Decoded ordinary(PictureBytes source, Reading reading, Shrinking shrinking) {
    JpegHeader header = source.jpegHeader();
    if (header == null || !reading.allows(header.width(), header.height())) {
      return null;
    }
    Orientation orientation = source.jpegOrientation();
    int width = header.width();
    int height = header.height();
    int reduction =
        reduction(
            orientation.swapped() ? shrinking.of(height, width) : shrinking.of(width, height));
    try {
      Pixels pixels = NativeJpeg.decode(source.bytes(), header, reduction);
      return pixels == null ? null : Decoded.upright(pixels, width, height, reduction, orientation);
    } catch (OutOfMemoryError e) {
      // The slow way fares no better, and says why.
      return null;
    }
  }

  private static int reduction(double shrinking) {
    int reduction = 1;
    while (reduction < 8 && shrinking >= 4 * reduction) {
      reduction *= 2;
    }
    return reduction;
  }

  private static Pixels read(ImageReader reader, Reading reading) throws IOException {
    boolean[] truncated = {false};
    // The JPEG readers fill what is missing with grey and only warn.
    reader.addIIOReadWarningListener(
        (source, warning) -> truncated[0] |= speaksOfMissingData(warning));
    BufferedImage image = reader.read(0);
    if (truncated[0] && !reading.acceptTruncated()) {
      throw PictureFile.truncated();
    }
    if (image.getColorModel().getNumColorComponents() > 3) {
      // The JDK leaves printing inks as they are and only guesses at their colours in getRGB; the
      // reader that comes next converts them.
      throw new BadPictureException(
          ProblemKind.UNSUPPORTED_FORMAT, "its colours are not supported: convert it to JPEG");
    }
    return RgbBytes.of(image);
  }

  private static boolean speaksOfMissingData(String warning) {
    String text = warning.toLowerCase(Locale.ROOT);
    return text.contains("premature end") || text.contains("truncated");
  }
}
