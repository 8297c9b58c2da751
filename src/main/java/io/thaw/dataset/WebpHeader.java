package io.thaw.dataset;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** The chunks of a WebP file (RFC 9649, sections 2.3 to 2.7). */
final class WebpHeader {
  private static final int LOSSY = code("VP8 ");
  private static final int LOSSLESS = code("VP8L");
  private static final int EXTENDED = code("VP8X");
  private static final int FRAME = code("ANMF");
  private static final int EXIF = code("EXIF");
  private static final int FRAME_HEADER = 16;

  private final ImageInputStream stream;
  private final HeaderNotes notes;
  private boolean picture;

  private WebpHeader(ImageInputStream stream, HeaderNotes notes) {
    this.stream = stream;
    this.notes = notes;
  }

  static void read(ImageInputStream stream, HeaderNotes notes) throws IOException {
    WebpHeader header = new WebpHeader(stream, notes);
    header.chunks(12, stream.length());
    if (!header.picture) {
      notes.truncate();
    }
  }

  private static int code(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }

  private void chunks(long from, long end) throws IOException {
    for (long at = from; at + 8 <= end; ) {
      stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
      stream.seek(at);
      int kind = stream.readInt();
      long length = stream.readUnsignedInt();
      at += 8;
      chunk(kind, at, Math.min(length, end - at));
      boolean pixels = kind == LOSSY || kind == LOSSLESS || kind == FRAME;
      if (pixels && !picture) {
        picture = true;
        if (at + length > end) {
          notes.truncate();
        }
      }
      at += length + (length & 1);
    }
  }

  private void chunk(int kind, long at, long length) throws IOException {
    if (kind == EXTENDED && length >= 10) {
      stream.seek(at + 4);
      notes.size(1 + unsigned24(), 1 + unsigned24());
    } else if (kind == LOSSY && length >= 10) {
      stream.seek(at + 6);
      notes.size(stream.readUnsignedShort() & 0x3FFF, stream.readUnsignedShort() & 0x3FFF);
    } else if (kind == LOSSLESS && length >= 5) {
      stream.seek(at + 1);
      long sides = stream.readUnsignedInt();
      notes.size(1 + (sides & 0x3FFF), 1 + (sides >> 14 & 0x3FFF));
    } else if (kind == FRAME && length >= FRAME_HEADER) {
      frame(at, length);
    } else if (kind == EXIF) {
      exif(at, length);
    }
  }

  private long unsigned24() throws IOException {
    return stream.readUnsignedShort() | (long) stream.readUnsignedByte() << 16;
  }

  private void frame(long at, long length) throws IOException {
    if (picture) {
      notes.animate();
      return;
    }
    stream.seek(at + 6);
    notes.size(1 + unsigned24(), 1 + unsigned24());
    chunks(at + FRAME_HEADER, at + length);
    // The frame as a whole counts, not the picture in it.
    picture = false;
  }

  /** Some writers put the mark of JPEG's segment before the block. */
  private void exif(long at, long length) throws IOException {
    stream.seek(at);
    int mark = length >= 6 && stream.read() == 'E' ? 6 : 0;
    notes.turn(TiffTags.read(stream, at + mark, length - mark).orientation());
  }
}
