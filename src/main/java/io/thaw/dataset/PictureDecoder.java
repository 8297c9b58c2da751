package io.thaw.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageReader;

/**
 * Decodes a file into 8-bit RGB. The type is told by content, never by name. For JPEG and PNG the
 * pixels are those that DJL's {@code ImageFactory} gets from the JDK; transparent pixels are laid
 * over white. Safe for use by several threads.
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
   *     row or column may stand for fewer
   */
  record Decoded(Pixels pixels, int width, int height, int reduction) {
    static Decoded whole(Pixels pixels) {
      return new Decoded(pixels, pixels.width(), pixels.height(), 1);
    }

    /** Resizes the picture, ignoring the aspect ratio. */
    Pixels resized(int toWidth, int toHeight) {
      double across = (double) width / reduction;
      double along = (double) height / reduction;
      return AreaResize.resize(pixels, across, along, toWidth, toHeight);
    }
  }

  /** Says how much smaller a picture will be made. */
  interface Shrinking {
    /** By how much, at least, both sides of a picture of this size will be divided. */
    double of(int width, int height);
  }

  /**
   * Decodes the first picture of {@code file}.
   *
   * @throws UnreadablePictureException whatever is wrong with the file: missing, empty, truncated,
   *     damaged, of another type, too large
   */
  public static Pixels decode(Path file) throws UnreadablePictureException {
    return decode(file, (width, height) -> 1).pixels();
  }

  /** What decodes ordinary JPEG files on this computer, for reports. */
  public static String jpegDecoder() {
    return NativeJpeg.isAvailable() ? "libjpeg-turbo" : "ImageIO";
  }

  /**
   * Decodes as much of {@code file} as is needed, so that at least half of the shrinking is left to
   * averaging, which is better at it.
   *
   * @throws UnreadablePictureException whatever is wrong with the file
   */
  static Decoded decode(Path file, Shrinking shrinking) throws UnreadablePictureException {
    PictureFile.requireFile(file);
    PictureBytes source = PictureBytes.of(file);
    JpegHeader header = source.jpegHeader();
    if (header != null && PictureFile.isModest(header.width(), header.height())) {
      int reduction = reduction(shrinking.of(header.width(), header.height()));
      Pixels pixels = NativeJpeg.decode(source.bytes(), header, reduction);
      if (pixels != null) {
        return new Decoded(pixels, header.width(), header.height(), reduction);
      }
    }
    return Decoded.whole(PictureFile.use(file, source::open, PictureDecoder::read));
  }

  private static int reduction(double shrinking) {
    int reduction = 1;
    while (reduction < 8 && shrinking >= 4 * reduction) {
      reduction *= 2;
    }
    return reduction;
  }

  private static Pixels read(ImageReader reader) throws IOException {
    boolean[] truncated = {false};
    // The JPEG readers fill what is missing with grey and only warn.
    reader.addIIOReadWarningListener(
        (source, warning) -> truncated[0] |= speaksOfMissingData(warning));
    BufferedImage image = reader.read(0);
    if (truncated[0]) {
      throw new BadPictureException("the file is truncated");
    }
    if (image.getColorModel().getNumColorComponents() > 3) {
      // The JDK leaves printing inks as they are and only guesses at their colours in getRGB; the
      // reader that comes next converts them.
      throw new BadPictureException("its colours are not supported");
    }
    return RgbBytes.of(image);
  }

  private static boolean speaksOfMissingData(String warning) {
    String text = warning.toLowerCase(Locale.ROOT);
    return text.contains("premature end") || text.contains("truncated");
  }
}
