package io.thaw.dataset;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** The first directory of a TIFF file, which may be a camera's raw file. */
final class TiffHeader {
  /** 16-bit red, green, blue and alpha, twice over. */
  private static final long USUAL_BYTES = 16;

  /** More strips than rows are damage; more than these are not looked at. */
  private static final long MOST_PARTS = 1 << 20;

  private static final int PLAIN = 1;

  private TiffHeader() {}

  static void read(ImageInputStream stream, HeaderNotes notes) throws IOException {
    TiffTags tags = TiffTags.read(stream, 0, stream.length());
    RawFiles.refuse(stream, tags);
    long samples = tags.number(TiffTags.SAMPLES, 0, 1);
    long bytes = samples * tags.number(TiffTags.BITS, 0, 1) / 8;
    // A row of very deep pixels takes as much memory as a longer one.
    long depth = Math.max(1, bytes / USUAL_BYTES);
    notes.size(tags.number(TiffTags.WIDTH, 0, 0) * depth, tags.number(TiffTags.HEIGHT, 0, 0));
    notes.size(
        tags.number(TiffTags.TILE_WIDTH, 0, 0) * depth, tags.number(TiffTags.TILE_HEIGHT, 0, 0));
    notes.turn(tags.orientation());
    if (tags.isCut() || endsEarly(stream.length(), tags)) {
      notes.truncate();
    }
  }

  private static boolean endsEarly(long end, TiffTags tags) throws IOException {
    boolean tiled = tags.has(TiffTags.TILE_OFFSETS);
    int offsets = tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS;
    int lengths = tiled ? TiffTags.TILE_LENGTHS : TiffTags.STRIP_LENGTHS;
    // Writers of plain rows may give a short last strip the length of a whole one.
    boolean plain = tags.number(TiffTags.COMPRESSION, 0, PLAIN) == PLAIN;
    long parts = Math.min(tags.count(offsets), MOST_PARTS);
    for (long i = 0; i < parts; i++) {
      long from = tags.number(offsets, i, 0);
      long length = plain && i == parts - 1 ? 1 : tags.number(lengths, i, 0);
      if (from < 0 || length < 0 || from > end - length) {
        return true;
      }
    }
    return false;
  }
}
