package io.thaw.job;

import dev.dirs.ProjectDirectories;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where settings, caches and runs live: where the operating system's users expect them, or all
 * below the folder that the environment variable {@code THAW_HOME} names.
 *
 * @param settings small files the user made by setting things
 * @param cache what can be computed again
 * @param runs one folder per training run
 */
public record ThawFolders(Path settings, Path cache, Path runs) {

  /**
   * The folders for this user and this environment. A relative {@code THAW_HOME} is taken from the
   * working directory.
   *
   * @throws BadJobException when {@code THAW_HOME} cannot be the name of a folder
   */
  public static ThawFolders of(Map<String, String> environment) {
    String home = environment.get("THAW_HOME");
    if (home != null && !home.isBlank()) {
      Path root = root(home);
      return new ThawFolders(root.resolve("settings"), root.resolve("cache"), root.resolve("runs"));
    }
    ProjectDirectories system = ProjectDirectories.from("io", "thaw", "Thaw");
    return new ThawFolders(
        Path.of(system.configDir),
        Path.of(system.cacheDir),
        Path.of(system.dataLocalDir).resolve("runs"));
  }

  private static Path root(String home) {
    try {
      return Path.of(home.strip()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new BadJobException("THAW_HOME cannot be the name of a folder: " + home, e);
    }
  }
}
