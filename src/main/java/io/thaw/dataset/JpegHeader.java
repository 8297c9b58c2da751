package io.thaw.dataset;

/**
 * What the segments before the first scan of a JPEG file say (ITU-T T.81, annex B).
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param ordinary whether every decoder gives the same pixels: a grey picture, or luma and chroma
 *     of a usual sampling with no colour profile
 * @param length bytes up to and with the header of the first scan
 */
record JpegHeader(int width, int height, boolean ordinary, int length) {

  /**
   * Reads the header of a baseline or progressive picture with 8 bits and one or three components.
   *
   * @param bytes the file or its beginning
   * @param size how many of the bytes count
   * @return null when the header is another one, is damaged or goes on after {@code size}
   */
  static JpegHeader of(byte[] bytes, int size) {
    return isJpeg(bytes, size) ? new Walk(bytes, size).header() : null;
  }

  static boolean isJpeg(byte[] bytes, int size) {
    return size > 3 && bytes[0] == -1 && bytes[1] == (byte) 0xD8 && bytes[2] == -1;
  }

  /** Walks from segment to segment. */
  private static final class Walk {
    private static final int SCAN = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;

    private final byte[] bytes;
    private final int size;
    private int frame;
    private boolean jfif;
    private boolean profile;
    private int adobeTransform = -1;

    Walk(byte[] bytes, int size) {
      this.bytes = bytes;
      this.size = size;
    }

    JpegHeader header() {
      int at = 2;
      while (at + 4 <= size && bytes[at] == -1) {
        int marker = bytes[at + 1] & 0xFF;
        int next = at + 2 + unsigned16(at + 2);
        if (marker < 0xC0 || marker == 0xFF || next > size || next < at + 4) {
          // Restart markers and padding do not belong here.
          return null;
        }
        if (marker == SCAN) {
          return frame == 0 ? null : found(next);
        }
        if (!takeIn(marker, at + 4, next - at - 4)) {
          return null;
        }
        at = next;
      }
      return null;
    }

    private boolean takeIn(int marker, int from, int length) {
      if (isFrame(marker)) {
        boolean known = marker <= 0xC2 && frame == 0 && length >= 6 && bytes[from] == 8;
        int components = known ? bytes[from + 5] : 0;
        frame = from;
        return (components == 1 || components == 3) && length == 6 + 3 * components;
      }
      jfif |= marker == JFIF && starts(from, length, "JFIF\0");
      profile |= marker == PROFILE && starts(from, length, "ICC_PROFILE\0");
      if (marker == ADOBE && length >= 12 && starts(from, length, "Adobe")) {
        adobeTransform = bytes[from + 11];
      }
      return true;
    }

    /** 0xC4, 0xC8 and 0xCC lie among the frames but are none. */
    private static boolean isFrame(int marker) {
      return marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private boolean starts(int from, int length, String text) {
      for (int i = 0; i < text.length(); i++) {
        if (i >= length || bytes[from + i] != text.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private JpegHeader found(int end) {
      int height = unsigned16(frame + 1);
      int width = unsigned16(frame + 3);
      return width == 0 || height == 0
          ? null
          : new JpegHeader(width, height, !profile && isOrdinary(), end);
    }

    private boolean isOrdinary() {
      if (bytes[frame + 5] == 1) {
        return true;
      }
      boolean numbered = bytes[frame + 6] == 1 && bytes[frame + 9] == 2 && bytes[frame + 12] == 3;
      int luma = bytes[frame + 7];
      boolean plainChroma = bytes[frame + 10] == 0x11 && bytes[frame + 13] == 0x11;
      // Without a word on the colours the JDK takes three whole components for red, green, blue.
      boolean colours = adobeTransform == 1 || adobeTransform == -1 && (jfif || luma != 0x11);
      // Chroma halved in height alone is interpolated by newer decoders and repeated by older ones.
      return numbered && plainChroma && colours && (luma == 0x11 || luma == 0x21 || luma == 0x22);
    }

    private int unsigned16(int at) {
      return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
  }
}
