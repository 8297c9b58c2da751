package io.thaw.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** File names: which ones count, and in which order, whatever the locale and the file system. */
final class Names {
  /** By code point; {@code String.compareTo} would sort by UTF-16 unit. */
  static final Comparator<String> ORDER = Names::compare;

  private static final Set<String> SYSTEM =
      Set.of("__MACOSX", "Thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", "@eaDir");

  private Names() {}

  /** Whether the operating system, not the user, put this file here. */
  static boolean isIgnored(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.equals("Icon\r") || SYSTEM.contains(name);
  }

  /** What lies in a folder, sorted, without ignored files. */
  static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !isIgnored(entry))
          .sorted(Comparator.comparing(entry -> entry.getFileName().toString(), ORDER))
          .toList();
    } catch (IOException | UncheckedIOException | DirectoryIteratorException e) {
      throw new BadDatasetException(
          "The folder " + PicturePaths.text(folder) + " cannot be read.", e);
    }
  }

  private static int compare(String one, String other) {
    int end = Math.min(one.length(), other.length());
    for (int i = 0; i < end; i++) {
      char left = one.charAt(i);
      char right = other.charAt(i);
      if (left != right) {
        // Surrogates stand for code points above all that fit one unit.
        return Character.isSurrogate(left) != Character.isSurrogate(right)
            ? Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right))
            : Character.compare(left, right);
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
