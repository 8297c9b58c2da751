package io.thaw.dataset;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/**
 * Tells cameras' raw files from other TIFF files: their first directory holds only a small preview,
 * and what the sensor saw lies in directories below it.
 */
final class RawFiles {
  /** By the first word of the tag Make. */
  private static final Map<String, String> MAKERS =
      Map.of(
          "nikon", "Nikon raw (NEF)",
          "sony", "Sony raw (ARW)",
          "pentax", "Pentax raw (PEF)",
          "ricoh", "Pentax raw (PEF)",
          "samsung", "Samsung raw (SRW)",
          "hasselblad", "Hasselblad raw (3FR)",
          "canon", "Canon raw",
          "leica", "Leica raw");

  /** By extension, for a sentence about content that says nothing. */
  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("cr2", "Canon raw (CR2)"),
          Map.entry("cr3", "Canon raw (CR3)"),
          Map.entry("crw", "Canon raw (CRW)"),
          Map.entry("nef", "Nikon raw (NEF)"),
          Map.entry("nrw", "Nikon raw (NRW)"),
          Map.entry("arw", "Sony raw (ARW)"),
          Map.entry("srf", "Sony raw (SRF)"),
          Map.entry("sr2", "Sony raw (SR2)"),
          Map.entry("dng", "DNG"),
          Map.entry("orf", "Olympus raw (ORF)"),
          Map.entry("raf", "Fujifilm raw (RAF)"),
          Map.entry("rw2", "Panasonic raw (RW2)"),
          Map.entry("pef", "Pentax raw (PEF)"),
          Map.entry("srw", "Samsung raw (SRW)"),
          Map.entry("x3f", "Sigma raw (X3F)"),
          Map.entry("3fr", "Hasselblad raw (3FR)"),
          Map.entry("kdc", "Kodak raw (KDC)"),
          Map.entry("mrw", "Minolta raw (MRW)"));

  private static final int PREVIEW = 1;

  private RawFiles() {}

  /** Names the raw format that an extension stands for; empty when it stands for none. */
  static String named(String extension) {
    return EXTENSIONS.getOrDefault(extension, "");
  }

  /**
   * Refuses raw files.
   *
   * @throws BadPictureException when this is one
   */
  static void refuse(ImageInputStream stream, TiffTags tags) throws IOException {
    String name = name(stream, tags);
    if (!name.isEmpty()) {
      throw ForeignContent.unsupported(name);
    }
  }

  private static String name(ImageInputStream stream, TiffTags tags) throws IOException {
    if (tags.has(TiffTags.DNG_VERSION)) {
      return "DNG";
    }
    if (isCanon(stream)) {
      return "Canon raw (CR2)";
    }
    boolean preview = (tags.number(TiffTags.SUBFILE_TYPE, 0, 0) & PREVIEW) != 0;
    if (!preview || !tags.has(TiffTags.SUB_DIRECTORIES)) {
      return "";
    }
    String make = tags.text(TiffTags.MAKE).split(" ", 2)[0].toLowerCase(Locale.ROOT);
    return MAKERS.getOrDefault(make, "camera raw");
  }

  private static boolean isCanon(ImageInputStream stream) throws IOException {
    if (stream.length() < 10) {
      return false;
    }
    stream.seek(8);
    return stream.read() == 'C' && stream.read() == 'R';
  }
}
