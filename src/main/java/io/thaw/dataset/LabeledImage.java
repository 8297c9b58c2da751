package io.thaw.dataset;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A picture and what it shows.
 *
 * @param file the picture's file, below the scanned folder
 * @param label index into {@link ScanReport#classes()}
 * @param side what the folder's layout says about the split
 * @param partial whether the user wants the picture even if its file ends early, see {@link
 *     Reading#acceptTruncated()}
 */
public record LabeledImage(Path file, int label, Side side, boolean partial) {
  public LabeledImage {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(side, "side");
  }

  /** A picture that is used if its file is whole. */
  public LabeledImage(Path file, int label, Side side) {
    this(file, label, side, false);
  }

  /** What is accepted of its file. */
  public Reading reading() {
    return partial ? Reading.LENIENT : Reading.DEFAULT;
  }
}
