package io.thaw.dataset;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** The blocks of a GIF file up to the second picture (GIF89a, sections 17 to 27). */
final class GifHeader {
  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2C;

  private GifHeader() {}

  static void read(ImageInputStream stream, HeaderNotes notes) throws IOException {
    stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    stream.seek(6);
    notes.size(stream.readUnsignedShort(), stream.readUnsignedShort());
    int palette = stream.readUnsignedByte();
    stream.seek(13 + paletteLength(palette));
    if (toPicture(stream)) {
      picture(stream, notes);
      if (stream.getStreamPosition() < stream.length() && toPicture(stream)) {
        notes.animate();
      }
    }
  }

  private static int paletteLength(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  /** Passes over extensions; false at the end or where something unknown stands. */
  private static boolean toPicture(ImageInputStream stream) throws IOException {
    int block = stream.read();
    while (block == EXTENSION) {
      stream.readUnsignedByte();
      pass(stream);
      block = stream.read();
    }
    return block == PICTURE;
  }

  private static void picture(ImageInputStream stream, HeaderNotes notes) throws IOException {
    int left = stream.readUnsignedShort();
    int top = stream.readUnsignedShort();
    notes.size(left + stream.readUnsignedShort(), top + stream.readUnsignedShort());
    int palette = stream.readUnsignedByte();
    stream.skipBytes(paletteLength(palette) + 1);
    pass(stream);
  }

  /** Passes over the parts of a block, of which the last is empty. */
  private static void pass(ImageInputStream stream) throws IOException {
    for (int length = stream.readUnsignedByte(); length > 0; length = stream.readUnsignedByte()) {
      stream.seek(stream.getStreamPosition() + length);
    }
  }
}
