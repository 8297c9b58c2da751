package io.thaw.dataset;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The formats that are read, told by their first bytes. */
enum PictureFormat {
  JPEG("JPEG", Set.of("jpg", "jpeg", "jpe", "jfif", "jif", "mpo")),
  PNG("PNG", Set.of("png", "apng")),
  GIF("GIF", Set.of("gif")),
  BMP("BMP", Set.of("bmp", "dib", "rle")),
  TIFF("TIFF", Set.of("tif", "tiff", "btf", "tf8")),
  WEBP("WebP", Set.of("webp"));

  /** Bytes that suffice to tell the format. */
  static final int HEAD = 16;

  private static final Set<String> UNREAD = Set.of("heic", "heif", "avif", "jxl", "jp2", "svg");

  private final String title;
  private final Set<String> extensions;

  PictureFormat(String title, Set<String> extensions) {
    this.title = title;
    this.extensions = extensions;
  }

  /** The name people use. */
  String title() {
    return title;
  }

  /**
   * The format of a file that begins with these bytes.
   *
   * @param size how many of them count
   * @return null when it is none of these
   */
  static PictureFormat of(byte[] head, int size) {
    if (size < 2) {
      return null;
    }
    int start = (head[0] & 0xFF) << 8 | head[1] & 0xFF;
    return switch (start) {
      case 0xFFD8 -> JPEG;
      case 0x8950 -> starts(head, size, 0, "\u0089PNG\r\n\u001a\n") ? PNG : null;
      case 0x4749 -> starts(head, size, 0, "GIF8") ? GIF : null;
      case 0x424D -> size >= 6 && bitmapHeader(head, size) ? BMP : null;
      case 0x4949 -> tiff(head, size, 2, 3) ? TIFF : null;
      case 0x4D4D -> tiff(head, size, 3, 2) ? TIFF : null;
      case 0x5249 -> starts(head, size, 0, "RIFF") && starts(head, size, 8, "WEBP") ? WEBP : null;
      default -> null;
    };
  }

  private static boolean tiff(byte[] head, int size, int low, int high) {
    return size >= 4 && head[high] == 0 && (head[low] == 42 || head[low] == 43);
  }

  /** "BM" begins many a text; the length of the second header has three zeros. */
  private static boolean bitmapHeader(byte[] head, int size) {
    return size < HEAD || head[15] == 0;
  }

  /** Whether the bytes from {@code at} on are those of a text in ISO 8859-1. */
  static boolean starts(byte[] bytes, int size, int at, String text) {
    boolean same = size >= at + text.length();
    for (int i = 0; same && i < text.length(); i++) {
      same = bytes[at + i] == (byte) text.charAt(i);
    }
    return same;
  }

  /** Whether the extension is that of another picture format; having none misleads nobody. */
  boolean isMisnamed(Path file) {
    String extension = extension(file);
    if (extensions.contains(extension)) {
      return false;
    }
    boolean known = UNREAD.contains(extension);
    for (PictureFormat other : values()) {
      known |= other.extensions.contains(extension);
    }
    return known;
  }

  /** In lower case, without the dot; empty when there is none. */
  static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
