package io.thaw.ui.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where an export goes: never among what is there already. */
final class ExportTarget {
  private ExportTarget() {}

  /**
   * The chosen folder when it is new or empty, else a new folder in it, named after the run.
   *
   * @throws IOException when the chosen folder cannot be read
   */
  static Path in(Path chosen, Path run) throws IOException {
    if (free(chosen)) {
      return chosen;
    }
    String name = "thaw-" + run.getFileName();
    Path target = chosen.resolve(name);
    for (int i = 2; !free(target); i++) {
      target = chosen.resolve(name + "-" + i);
    }
    return target;
  }

  private static boolean free(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }
}
