package io.thaw.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says what a file is that no reader takes. */
final class ForeignContent {
  private static final int HEAD = 256;
  private static final List<String> HEIC = List.of("heic", "heix", "hevc", "heim", "mif1", "msf1");

  private ForeignContent() {}

  /** The reason, in a few words, why this file is not used. */
  static String reason(Path file) throws IOException {
    String head;
    try (InputStream stream = Files.newInputStream(file)) {
      head = new String(stream.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
    if (head.isEmpty()) {
      return "the file is empty";
    }
    if (head.startsWith("version https://git-lfs")) {
      return "not a picture but a Git LFS pointer to one";
    }
    String name = format(head);
    return name.isEmpty() ? "not a picture" : name + " is not supported: convert to JPEG";
  }

  /** Name of a picture format that is known but not read; empty when there is none. */
  private static String format(String head) {
    if (head.startsWith("ftyp", 4) && head.length() >= 12) {
      String brand = head.substring(8, 12);
      return brand.startsWith("avi") ? "AVIF" : HEIC.contains(brand) ? "HEIC" : "";
    }
    if (head.startsWith("jP  ", 4) || head.startsWith("\u00ff\u004f\u00ff\u0051")) {
      return "JPEG 2000";
    }
    if (head.startsWith("\u00ff\n") || head.startsWith("JXL ", 4)) {
      return "JPEG XL";
    }
    return head.contains("<svg") ? "SVG" : "";
  }
}
