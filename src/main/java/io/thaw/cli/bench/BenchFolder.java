package io.thaw.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one benchmark, on the disk where features are kept; closing it removes it. */
final class BenchFolder implements AutoCloseable {
  private final Path folder;

  private BenchFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes a new folder below {@code parent}, which is made if need be. */
  static BenchFolder below(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new BenchFolder(Files.createTempDirectory(parent, "bench-"));
  }

  /** A name inside. */
  Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    List<Path> content;
    try (Stream<Path> files = Files.walk(folder)) {
      content = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : content) {
      Files.deleteIfExists(path);
    }
  }
}
