package io.thaw.dataset;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** The chunks of a PNG file (PNG specification, third edition, sections 5.3 and 11). */
final class PngHeader {
  private static final int HEADER = 0x49484452;
  private static final int DATA = 0x49444154;
  private static final int END = 0x49454E44;
  private static final int ANIMATION = 0x6163544C;
  private static final int EXIF = 0x65584966;
  private static final int COMPRESSED_TEXT = 0x7A545874;
  private static final int TEXT = 0x74455874;

  private PngHeader() {}

  static void read(ImageInputStream stream, HeaderNotes notes) throws IOException {
    long end = stream.length();
    boolean data = false;
    int kind = 0;
    for (long at = 8; at + 12 <= end && kind != END; ) {
      stream.setByteOrder(ByteOrder.BIG_ENDIAN);
      stream.seek(at);
      long length = stream.readUnsignedInt();
      kind = stream.readInt();
      at += 8;
      switch (kind) {
        case HEADER -> notes.size(stream.readUnsignedInt(), stream.readUnsignedInt());
        case EXIF -> exif(stream, at, Math.min(length, end - at), notes);
        case COMPRESSED_TEXT, TEXT -> ExifText.read(stream, at, Math.min(length, end - at), notes);
        case ANIMATION -> {
          if (!data) {
            notes.animate();
          }
        }
        case DATA -> {
          data = true;
          if (at + length > end) {
            notes.truncate();
          }
        }
        default -> {}
      }
      at += length + 4;
    }
    if (!data) {
      notes.truncate();
    }
  }

  private static void exif(ImageInputStream stream, long at, long length, HeaderNotes notes)
      throws IOException {
    notes.turn(TiffTags.read(stream, at, length).orientation());
  }
}
