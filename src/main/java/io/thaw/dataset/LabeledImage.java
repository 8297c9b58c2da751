package io.thaw.dataset;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A picture and what it shows.
 *
 * @param file the picture's file, below the scanned folder
 * @param label index into {@link ScanReport#classes()}
 * @param side what the folder's layout says about the split
 */
public record LabeledImage(Path file, int label, Side side) {
  public LabeledImage {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(side, "side");
  }
}
