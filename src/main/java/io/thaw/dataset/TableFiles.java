package io.thaw.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the files that a table names, seen from the folder that it lies in. A name may lack its
 * extension, or be written with the separators of another system.
 */
record TableFiles(Path folder) {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");
  private static final List<String> ENDINGS = List.of("", ".jpg", ".jpeg", ".png");
  private static final Pattern PICTURE_NAME =
      Pattern.compile(".+\\.(jpe?g|png|gif|bmp|tiff?|webp|heic|avif)", Pattern.CASE_INSENSITIVE);

  /** Whether the text is an address in the web and not a file's. */
  static boolean isAddress(String name) {
    return ADDRESS.matcher(name).matches();
  }

  /** Whether the text looks like the name of a picture, there or not. */
  static boolean isPictureName(String name) {
    return PICTURE_NAME.matcher(name).matches();
  }

  /** Whether there is such a file. */
  boolean has(String name) {
    return find(name).isPresent();
  }

  /** The file and its attributes; empty when there is none. */
  Optional<Map.Entry<Path, BasicFileAttributes>> find(String name) {
    if (name.isEmpty() || isAddress(name)) {
      return Optional.empty();
    }
    for (String spelling : spellings(name)) {
      for (String ending : ENDINGS) {
        Optional<Map.Entry<Path, BasicFileAttributes>> found =
            path(spelling + ending).flatMap(TableFiles::regular);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> spellings(String name) {
    List<String> spellings = new ArrayList<>(List.of(name));
    if (name.indexOf('\\') >= 0) {
      spellings.add(name.replace('\\', '/'));
    }
    return spellings;
  }

  /**
   * The path, written as {@link #folder} is where it lies in it; empty when no file can have this
   * name.
   */
  Optional<Path> path(String name) {
    try {
      Path path = folder.resolve(name).normalize();
      Path from = folder.toAbsolutePath().normalize();
      boolean rewritten = !folder.isAbsolute() && path.isAbsolute() && path.startsWith(from);
      return Optional.of(rewritten ? folder.resolve(from.relativize(path)) : path);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Map.Entry<Path, BasicFileAttributes>> regular(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(Map.entry(file, attributes))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
