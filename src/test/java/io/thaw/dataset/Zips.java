package io.thaw.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives for tests. */
final class Zips {
  private static final int CENTRAL = 0x02014b50;

  /** The same for all, so that only contents tell archives apart; in ms since 1970. */
  private static final long LONG_AGO = 1_000_000_000_000L;

  private Zips() {}

  /** Packs all files below a folder, named by their paths from there. */
  static Path pack(Path folder, Path archive) {
    return pack(folder, archive, name -> name);
  }

  /** The same with other names. */
  static Path pack(Path folder, Path archive, UnaryOperator<String> rename) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.put(rename.apply(PicturePaths.relative(folder, file)), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return write(archive, StandardCharsets.UTF_8, entries);
  }

  static Path write(Path archive, Charset names, Map<String, byte[]> entries) {
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file, names)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry named = new ZipEntry(entry.getKey());
        named.setTime(LONG_AGO);
        zip.putNextEntry(named);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Changes each entry of the directory at an archive's end (APPNOTE 4.3.12).
   *
   * @param at offset in the entry of four bytes that are replaced
   */
  static Path declare(Path archive, int at, long value) {
    try {
      byte[] bytes = Files.readAllBytes(archive);
      for (int i = 0; i + 46 < bytes.length; i++) {
        if (number(bytes, i) == CENTRAL) {
          for (int k = 0; k < 4; k++) {
            bytes[i + at + k] = (byte) (value >>> 8 * k);
          }
        }
      }
      return Files.write(archive, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(byte[] bytes, int at) {
    return bytes[at] & 0xff
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }
}
