package io.thaw.job;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program's own files lie: {@code assets} and {@code sample-data}. */
public final class Installation {
  private Installation() {}

  /**
   * The folder that the system property {@code thaw.install} names, else the nearest folder with
   * {@code assets} above the program's classes.
   */
  public static Path folder() {
    String named = System.getProperty("thaw.install");
    if (named != null) {
      return Path.of(named).toAbsolutePath();
    }
    Path classes = classes();
    for (Path folder = classes; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("assets").resolve("models"))) {
        return folder;
      }
    }
    return classes;
  }

  private static Path classes() {
    try {
      return Path.of(
          Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program cannot tell where it is installed.", e);
    }
  }
}
