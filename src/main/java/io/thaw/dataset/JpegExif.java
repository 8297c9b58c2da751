package io.thaw.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** Finds the EXIF block of a JPEG file (EXIF 2.32, section 4.7.2): the first there is. */
final class JpegExif {
  private static final int APP1 = 0xE1;
  private static final int SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final long MARK = 0x45786966_0000L;

  private JpegExif() {}

  /** How the picture is to be turned; files without a word on it are upright. */
  static Orientation orientation(ImageInputStream stream) throws IOException {
    try {
      stream.setByteOrder(ByteOrder.BIG_ENDIAN);
      stream.seek(2);
      for (int marker = marker(stream); marker != SCAN && marker != END; marker = marker(stream)) {
        long at = stream.getStreamPosition();
        int length = stream.readUnsignedShort();
        if (marker == APP1 && length > 8 && isExif(stream)) {
          return TiffTags.read(stream, at + 8, length - 8).orientation();
        }
        stream.seek(at + Math.max(2, length));
      }
    } catch (EOFException e) {
      // The reader of the picture tells what is missing.
    }
    return Orientation.UPRIGHT;
  }

  private static boolean isExif(ImageInputStream stream) throws IOException {
    return ((long) stream.readInt() << 16 | stream.readUnsignedShort()) == MARK;
  }

  /** The next marker; bytes between segments are passed over, as decoders do. */
  private static int marker(ImageInputStream stream) throws IOException {
    int before = 0;
    int code = stream.readUnsignedByte();
    while (before != 0xFF || code == 0xFF || code == 0) {
      before = code;
      code = stream.readUnsignedByte();
    }
    return code;
  }
}
