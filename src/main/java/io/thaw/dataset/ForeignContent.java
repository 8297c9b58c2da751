package io.thaw.dataset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what a file is that no reader takes. */
final class ForeignContent {
  /** Bytes that are looked at. */
  static final int HEAD = 512;

  private static final List<String> HEIC = List.of("heic", "heix", "heim", "heis", "hevc", "hevx");
  private static final List<String> HEIF = List.of("mif1", "msf1", "miaf", "MiHB", "MiHE");

  /** Picture formats by how their files begin. */
  private static final Map<String, String> PICTURES =
      Map.ofEntries(
          Map.entry("\u00ff\u004f\u00ff\u0051", "JPEG 2000"),
          Map.entry("\0\0\0\u000cjP  ", "JPEG 2000"),
          Map.entry("\u00ff\n", "JPEG XL"),
          Map.entry("\0\0\0\u000cJXL ", "JPEG XL"),
          Map.entry("8BPS", "Photoshop (PSD)"),
          Map.entry("\0\0\u0001\0", "ICO"),
          Map.entry("\0\0\u0002\0", "CUR"),
          Map.entry("%!PS", "PostScript"),
          Map.entry("gimp xcf", "GIMP (XCF)"),
          Map.entry("v/1\u0001", "OpenEXR"),
          Map.entry("#?RADIANCE", "Radiance HDR"),
          Map.entry("DDS ", "DDS"),
          Map.entry("SIMPLE  =", "FITS"),
          Map.entry("AT&TFORM", "DjVu"),
          Map.entry("FUJIFILMCCD-RAW", "Fujifilm raw (RAF)"),
          Map.entry("IIU\0", "Panasonic raw (RW2)"),
          Map.entry("IIRO", "Olympus raw (ORF)"),
          Map.entry("IIRS", "Olympus raw (ORF)"),
          Map.entry("MMOR", "Olympus raw (ORF)"),
          Map.entry("FOVb", "Sigma raw (X3F)"),
          Map.entry("\0MRM", "Minolta raw (MRW)"));

  /** Other things by how their files begin. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("%PDF", "a PDF document"),
          Map.entry("version https://git-lfs", "a Git LFS pointer to one"),
          Map.entry("\u001aE\u00df\u00a3", "a video (Matroska or WebM)"),
          Map.entry("FLV", "a video (Flash)"),
          Map.entry("\0\0\u0001\u00ba", "a video (MPEG)"),
          Map.entry("\0\0\u0001\u00b3", "a video (MPEG)"),
          Map.entry("OggS", "an Ogg video or sound"),
          Map.entry("ID3", "a sound (MP3)"),
          Map.entry("PK\u0003\u0004", "a ZIP archive"),
          Map.entry("\u001f\u008b", "a compressed file (gzip)"),
          Map.entry("Rar!", "a RAR archive"),
          Map.entry("7z\u00bc\u00af", "a 7z archive"),
          Map.entry("{\\rtf", "a document (RTF)"),
          Map.entry("\u007fELF", "a program"),
          Map.entry("MZ", "a program"));

  private ForeignContent() {}

  /**
   * What is the matter with a file that begins with these bytes.
   *
   * @param file whose extension is a last hint
   */
  static BadPictureException of(Path file, byte[] bytes) {
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    if (head.isEmpty()) {
      return new BadPictureException(ProblemKind.EMPTY, "the file is empty");
    }
    String picture = starting(head, PICTURES);
    String name = picture.isEmpty() ? container(head) : picture;
    if (!name.isEmpty()) {
      return unsupported(name);
    }
    String other = starting(head, OTHERS);
    String thing = other.isEmpty() ? mediaOrText(head) : other;
    String raw = RawFiles.named(PictureFormat.extension(file));
    if (thing.isEmpty() && !raw.isEmpty()) {
      return unsupported(raw);
    }
    return new BadPictureException(
        ProblemKind.NOT_A_PICTURE,
        thing.isEmpty() ? "not a picture" : "not a picture but " + thing);
  }

  static BadPictureException unsupported(String name) {
    return new BadPictureException(
        ProblemKind.UNSUPPORTED_FORMAT, name + " is not supported: convert it to JPEG");
  }

  private static String starting(String head, Map<String, String> names) {
    return names.entrySet().stream()
        .filter(entry -> head.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static String container(String head) {
    return head.startsWith("ftyp", 4) && head.length() >= 12
        ? mpeg4(head)
        : head.contains("<svg") ? "SVG" : "";
  }

  /** Pictures in the container of MPEG-4 (ISO/IEC 14496-12): the brand, then others that fit. */
  private static String mpeg4(String head) {
    String brand = head.substring(8, 12);
    String all = head.substring(8, Math.min(head.length(), Math.max(12, head.charAt(3))));
    if (brand.equals("crx ")) {
      return "Canon raw (CR3)";
    }
    boolean general = HEIF.contains(brand);
    if (brand.startsWith("avi") || general && all.contains("avif")) {
      return "AVIF";
    }
    return HEIC.contains(brand) || general && all.contains("heic") ? "HEIC" : general ? "HEIF" : "";
  }

  private static String mediaOrText(String head) {
    if (head.startsWith("ftyp", 4) || head.startsWith("moov", 4) || head.startsWith("mdat", 4)) {
      return "a video (MP4 or QuickTime)";
    }
    if (head.startsWith("RIFF") && head.startsWith("AVI ", 8)) {
      return "a video (AVI)";
    }
    if (head.startsWith("RIFF") && head.startsWith("WAVE", 8)) {
      return "a sound (WAV)";
    }
    String text = head.stripLeading().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.contains("<html") || text.contains("<head")) {
      return "a web page (HTML)";
    }
    return isText(head) ? text.startsWith("<?xml") ? "XML" : "text" : "";
  }

  /** Printable characters, line ends, and bytes that UTF-8 may have. */
  private static boolean isText(String head) {
    return head.length() >= 4
        && head.chars().allMatch(it -> it >= ' ' && it != 0x7F || it >= '\t' && it <= '\r');
  }
}
