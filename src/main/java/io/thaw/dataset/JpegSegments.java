package io.thaw.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** Walks over the segments of a JPEG file up to the first scan (ITU-T T.81, annex B). */
final class JpegSegments {
  private static final int APP1 = 0xE1;
  private static final int SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final long MARK = 0x45786966_0000L;

  private JpegSegments() {}

  /**
   * How the picture is to be turned, by the first EXIF block there is (EXIF 2.32, section 4.7.2);
   * files without a word on it are upright.
   */
  static Orientation orientation(ImageInputStream stream) throws IOException {
    Orientation[] found = {Orientation.UPRIGHT};
    walk(
        stream,
        (marker, at, length) -> {
          boolean exif = marker == APP1 && length > 8 && isExif(stream);
          if (exif) {
            found[0] = TiffTags.read(stream, at + 8, length - 8).orientation();
          }
          return !exif;
        });
    return found[0];
  }

  /** Whether the file has nothing but sound segments and ends before the first scan begins. */
  static boolean endEarly(ImageInputStream stream) throws IOException {
    long[] expected = {4};
    return !walk(
        stream,
        (marker, at, length) -> {
          boolean sound = at == expected[0];
          expected[0] = at + length + 2;
          return sound;
        });
  }

  /** Told of a segment, of which the stream has passed the length; says whether to go on. */
  private interface Visitor {
    boolean visit(int marker, long at, int length) throws IOException;
  }

  /** False when the file ended before the scan, and before the visitor had enough. */
  private static boolean walk(ImageInputStream stream, Visitor visitor) throws IOException {
    try {
      stream.setByteOrder(ByteOrder.BIG_ENDIAN);
      stream.seek(2);
      for (int marker = marker(stream); marker != SCAN && marker != END; marker = marker(stream)) {
        long at = stream.getStreamPosition();
        int length = stream.readUnsignedShort();
        if (!visitor.visit(marker, at, length)) {
          return true;
        }
        stream.setByteOrder(ByteOrder.BIG_ENDIAN);
        stream.seek(at + Math.max(2, length));
      }
      return true;
    } catch (EOFException e) {
      return false;
    }
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
