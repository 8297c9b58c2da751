package io.thaw.dataset;

import java.nio.file.Path;

/**
 * Decodes a file into 8-bit RGB. The type is told by content, never by name. For JPEG and PNG the
 * pixels are those of the JDK's {@code ImageIO.read} and {@code getRGB}, which plain DJL uses too;
 * transparent pixels are laid over white.
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
    throw new UnsupportedOperationException();
  }
}
