package io.thaw.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * What a file declares before any of its pixels is read. Damage is not judged here: what can be
 * known is told, and the reader that comes next finds the rest.
 *
 * @param format told by content
 * @param width the largest that any number in the header declares, in pixels; 0 when not known
 * @param height the same
 * @param orientation how the stored picture is to be turned
 * @param animated whether more pictures follow the first
 * @param truncated whether the file ends before the first picture does
 */
record PictureHeader(
    PictureFormat format,
    long width,
    long height,
    Orientation orientation,
    boolean animated,
    boolean truncated) {

  /**
   * Reads the header of a file.
   *
   * @return null when the format is none that is read
   * @throws BadPictureException when the file is a camera's raw file
   */
  static PictureHeader of(ImageInputStream stream) throws IOException {
    byte[] head = new byte[PictureFormat.HEAD];
    stream.seek(0);
    PictureFormat format = PictureFormat.of(head, Math.max(0, stream.read(head)));
    if (format == null) {
      return null;
    }
    HeaderNotes notes = new HeaderNotes(format);
    try {
      read(format, stream, notes);
    } catch (EOFException e) {
      // JPEG files are judged by their reader, which knows what it misses.
      notes.truncate();
    }
    return notes.header();
  }

  /**
   * Refuses what should not even be given to a reader.
   *
   * @throws BadPictureException when the picture is too large or ends early
   */
  void require(Reading reading) throws BadPictureException {
    if (!reading.allows(width, height)) {
      reading.require(width, height);
    }
    if (truncated) {
      throw PictureFile.truncated();
    }
  }

  /** What is worth a word although the file is used. */
  Set<ProblemKind> notes(Path file) {
    Set<ProblemKind> notes = EnumSet.noneOf(ProblemKind.class);
    if (format.isMisnamed(file)) {
      notes.add(ProblemKind.WRONG_EXTENSION);
    }
    if (animated) {
      notes.add(ProblemKind.ANIMATED);
    }
    if (orientation != Orientation.UPRIGHT) {
      notes.add(ProblemKind.EXIF_ROTATED);
    }
    return notes;
  }

  private static void read(PictureFormat format, ImageInputStream stream, HeaderNotes notes)
      throws IOException {
    switch (format) {
      case JPEG -> notes.turn(JpegSegments.orientation(stream));
      case PNG -> PngHeader.read(stream, notes);
      case GIF -> GifHeader.read(stream, notes);
      case BMP -> BmpHeader.read(stream, notes);
      case TIFF -> TiffHeader.read(stream, notes);
      case WEBP -> WebpHeader.read(stream, notes);
    }
  }
}
