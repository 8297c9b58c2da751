package io.thaw.dataset;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** The headers of a BMP file: that of OS/2 with 12 bytes, and Windows' and others' longer ones. */
final class BmpHeader {
  private static final int OLD = 12;

  private BmpHeader() {}

  static void read(ImageInputStream stream, HeaderNotes notes) throws IOException {
    stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    stream.seek(14);
    long length = stream.readUnsignedInt();
    if (length == OLD) {
      notes.size(stream.readUnsignedShort(), stream.readUnsignedShort());
    } else {
      // A negative height says that the rows run from the top down.
      notes.size(Math.abs((long) stream.readInt()), Math.abs((long) stream.readInt()));
    }
  }
}
