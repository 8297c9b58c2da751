package io.thaw.dataset;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Finds the pictures of a folder. Two layouts are understood: a folder per class; or {@code train/}
 * and {@code val/} ({@code validation/}, {@code valid/}, {@code test/}), each with a folder per
 * class.
 */
public final class ImageFolder {
  private ImageFolder() {}

  /**
   * Scans {@code folder} without progress; see {@link #scan(Path, IntConsumer, BooleanSupplier)}.
   */
  public static ScanReport scan(Path folder) {
    return scan(folder, seen -> {}, () -> false);
  }

  /**
   * Scans {@code folder}. Only headers are read; the order is the same on every machine.
   *
   * @param progress told the number of files looked at so far
   * @param cancelled asked before every file
   * @return what was found, good and bad; it may still be unusable, see {@link
   *     ScanReport#requireUsable()}
   * @throws BadDatasetException when the folder is missing, not a folder or not readable
   * @throws java.util.concurrent.CancellationException when {@code cancelled} says so
   */
  public static ScanReport scan(Path folder, IntConsumer progress, BooleanSupplier cancelled) {
    throw new UnsupportedOperationException();
  }
}
