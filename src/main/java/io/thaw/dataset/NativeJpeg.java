package io.thaw.dataset;

import static org.bytedeco.leptonica.global.leptonica.L_SEVERITY_NONE;
import static org.bytedeco.leptonica.global.leptonica.pixDestroy;
import static org.bytedeco.leptonica.global.leptonica.pixReadMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.setMsgSeverity;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.leptonica.PIX;

/**
 * libjpeg-turbo, which is several times as fast as the JDK's libjpeg, gives the same pixels and can
 * leave out what a smaller picture does not need while it decodes. It comes inside Leptonica.
 */
final class NativeJpeg {
  /** On Windows the library reads memory by way of a temporary file: not worth it for less. */
  private static final long LEAST_PIXELS =
      System.getProperty("os.name", "").startsWith("Windows") ? 500_000 : 1;

  private NativeJpeg() {}

  /** Loads the library when somebody asks for the first time. */
  private static final class Library {
    static final boolean LOADED = load();

    private static boolean load() {
      try {
        // What is wrong with a file is told by the reader that comes next.
        setMsgSeverity(L_SEVERITY_NONE);
        return true;
      } catch (LinkageError | RuntimeException e) {
        return false;
      }
    }
  }

  /** Whether this computer has the library, and this process may use it. */
  static boolean isAvailable() {
    return !Boolean.getBoolean(PictureDecoder.JAVA_ONLY) && Library.LOADED;
  }

  /**
   * Decodes an ordinary picture.
   *
   * @param reduction 1, 2, 4 or 8: each side becomes as many times smaller, rounded up
   * @return null when anything at all is odd about the data
   */
  static Pixels decode(byte[] jpeg, JpegHeader header, int reduction) {
    boolean suited = header.ordinary() && (long) header.width() * header.height() >= LEAST_PIXELS;
    if (!suited || !hasEnd(jpeg, header.length()) || !isAvailable()) {
      return null;
    }
    int[] warnings = {0};
    try (PIX picture = pixReadMemJpeg(jpeg, jpeg.length, 0, reduction, warnings, 0)) {
      if (picture == null) {
        return null;
      }
      try {
        return warnings[0] == 0 ? pixels(picture) : null;
      } finally {
        pixDestroy(picture);
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      // The reader that comes next fares no better, and says why.
      return null;
    }
  }

  /** The end marker cannot occur inside a scan; without it the file is truncated. */
  private static boolean hasEnd(byte[] jpeg, int from) {
    for (int i = jpeg.length - 2; i >= from; i--) {
      if (jpeg[i] == -1 && jpeg[i + 1] == (byte) 0xD9) {
        return true;
      }
    }
    return false;
  }

  private static Pixels pixels(PIX picture) {
    int width = picture.w();
    int height = picture.h();
    int stride = picture.wpl();
    IntBuffer words =
        picture
            .data()
            .capacity((long) stride * height)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder())
            .asIntBuffer();
    int[] row = new int[stride];
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      words.get(row);
      if (picture.d() == 32) {
        unpack(row, rgb, 3 * width * y, width);
      } else {
        spread(row, rgb, 3 * width * y, width);
      }
    }
    return new Pixels(width, height, rgb);
  }

  /** Words hold red, green and blue from the highest byte down. */
  private static void unpack(int[] row, byte[] rgb, int at, int width) {
    for (int x = 0, to = at; x < width; x++, to += 3) {
      int word = row[x];
      rgb[to] = (byte) (word >> 24);
      rgb[to + 1] = (byte) (word >> 16);
      rgb[to + 2] = (byte) (word >> 8);
    }
  }

  /** Words hold four grey values from the highest byte down. */
  private static void spread(int[] row, byte[] rgb, int at, int width) {
    for (int x = 0, to = at; x < width; x++, to += 3) {
      rgb[to] = rgb[to + 1] = rgb[to + 2] = (byte) (row[x >> 2] >> 8 * (3 - (x & 3)));
    }
  }
}
