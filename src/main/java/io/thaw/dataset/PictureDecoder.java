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
  private PictureDecoder() {}

  /**
   * Decodes the first picture of {@code file}.
   *
   * @throws UnreadablePictureException whatever is wrong with the file: missing, empty, truncated,
   *     damaged, of another type, too large
   */
  public static Pixels decode(Path file) throws UnreadablePictureException {
    return PictureFile.use(file, PictureDecoder::read);
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
