package io.thaw.tuning.cache;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which files are the cache's. Everything else, and what other versions keep beside {@code v1}, is
 * left alone.
 *
 * @param folder the cache's folder
 */
record CacheLayout(Path folder) {
  static final String SEGMENT_SUFFIX = ".seg";
  private static final String VERSION_FOLDER = "v1";
  private static final String DESCRIPTION = "set.json";
  private static final long ORPHAN_MILLIS = 3_600_000;

  /** A file as it was seen. */
  record Entry(Path file, long bytes, long changedMillis) {
    boolean isSegment() {
      return file.getFileName().toString().endsWith(SEGMENT_SUFFIX);
    }
  }

  Path set(FeatureKey key) {
    return folder.resolve(VERSION_FOLDER).resolve(key.digest());
  }

  /** Where a set says for people what it is. */
  static Path description(Path set) {
    return set.resolve(DESCRIPTION);
  }

  /** Folders of sets; none when there is no cache yet. */
  List<Path> sets() throws IOException {
    return list(folder.resolve(VERSION_FOLDER), name -> name.matches("[0-9a-f]{64}"));
  }

  /** Segments, complete and growing, of all sets. */
  List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path set : sets()) {
      entries.addAll(entries(set));
    }
    return entries;
  }

  /** Segments, complete and growing, of a set; none when it is not there yet. */
  static List<Entry> entries(Path set) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : list(set, name -> name.endsWith(SEGMENT_SUFFIX) || isTemporary(name))) {
      try {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
        if (seen.isRegularFile()) {
          entries.add(new Entry(file, seen.size(), seen.lastModifiedTime().toMillis()));
        }
      } catch (NoSuchFileException e) {
        continue; // Renamed or removed by another run meanwhile.
      }
    }
    return entries;
  }

  /** Whether nobody will ever complete this temporary file. */
  static boolean isOrphan(Entry entry, long now) {
    if (entry.isSegment()) {
      return false;
    }
    return TemporaryName.of(entry.file())
        .map(name -> !name.ownerLives())
        .orElse(entry.changedMillis() < now - ORPHAN_MILLIS);
  }

  private static boolean isTemporary(String name) {
    return name.startsWith(".") && name.endsWith(".tmp");
  }

  private static List<Path> list(Path folder, Predicate<String> wanted) throws IOException {
    DirectoryStream.Filter<Path> filter = it -> wanted.test(it.getFileName().toString());
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder, filter)) {
      content.forEach(found::add);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }
}
