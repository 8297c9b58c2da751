package io.thaw.job;

import dev.dirs.ProjectDirectories;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings, caches and runs live: where the operating system's users expect them, or all
 * below the folder that the environment variable {@code THAW_HOME} names. {@code THAW_CACHE} moves
 * what is kept of pictures, which may be large, elsewhere.
 *
 * @param settings small files the user made by setting things
 * @param cache what can be computed again
 * @param runs one folder per training run
 * @param pictures what was computed of pictures and is kept for later runs
 */
public record ThawFolders(Path settings, Path cache, Path runs, Path pictures) {
  private static final String HOME = "THAW_HOME";
  private static final String CACHE = "THAW_CACHE";

  /**
   * The folders for this user and this environment. Relative names are taken from the working
   * directory.
   *
   * @throws BadJobException when a variable cannot be the name of a folder
   */
  public static ThawFolders of(Map<String, String> environment) {
    ThawFolders folders =
        folder(environment, HOME).map(ThawFolders::below).orElseGet(ThawFolders::ofSystem);
    return folder(environment, CACHE).map(folders::withPictures).orElse(folders);
  }

  private static ThawFolders below(Path root) {
    Path cache = root.resolve("cache");
    return new ThawFolders(
        root.resolve("settings"), cache, root.resolve("runs"), cache.resolve("pictures"));
  }

  private static ThawFolders ofSystem() {
    ProjectDirectories system = ProjectDirectories.from("io", "thaw", "Thaw");
    Path cache = Path.of(system.cacheDir);
    return new ThawFolders(
        Path.of(system.configDir),
        cache,
        Path.of(system.dataLocalDir).resolve("runs"),
        cache.resolve("pictures"));
  }

  /** Folder of what is known of folders of pictures, see {@link io.thaw.dataset.PictureIndex}. */
  public Path indices() {
    return pictures.resolve("indices");
  }

  private ThawFolders withPictures(Path folder) {
    return new ThawFolders(settings, cache, runs, folder);
  }

  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    String name = environment.get(variable);
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(name.strip()).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw new BadJobException(variable + " cannot be the name of a folder: " + name, e);
    }
  }
}
