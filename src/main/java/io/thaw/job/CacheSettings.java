package io.thaw.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the user set about the feature cache: the content of {@code cache.json}.
 *
 * @param version format of the file, {@link #VERSION}
 * @param budgetBytes what the cache may hold; 0 lets the disk decide
 */
public record CacheSettings(int version, long budgetBytes) {
  /** The format that this build writes. */
  public static final int VERSION = 1;

  /** Before the user chose anything. */
  public static final CacheSettings DEFAULT = new CacheSettings(VERSION, 0);

  /**
   * @throws IllegalArgumentException when the budget is negative
   */
  public CacheSettings {
    if (budgetBytes < 0) {
      throw new IllegalArgumentException("A budget cannot be negative: " + budgetBytes);
    }
  }

  /**
   * Reads {@code cache.json}, or takes the defaults.
   *
   * @param folder the folder of settings
   * @param problems told in one sentence when the file cannot be used
   */
  public static CacheSettings read(Path folder, Consumer<String> problems) {
    Path file = file(folder);
    if (!Files.exists(file)) {
      return DEFAULT;
    }
    try {
      return JsonFiles.readOver(DEFAULT, file, VERSION);
    } catch (BadJobException e) {
      problems.accept("The feature cache takes its automatic budget: " + e.getMessage());
      return DEFAULT;
    }
  }

  /**
   * Writes {@code cache.json}.
   *
   * @throws BadJobException when that fails; an older file stays as it was
   */
  public void write(Path folder) {
    JsonFiles.write(file(folder), this);
  }

  private static Path file(Path folder) {
    return folder.resolve("cache.json");
  }
}
