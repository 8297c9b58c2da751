package io.thaw.dataset;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file (or folder) that cannot be used.
 *
 * @param file where it lies
 * @param reason why, in a few words that a user understands, such as "the file is empty"
 */
public record ImageProblem(Path file, String reason) {
  public ImageProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(reason, "reason");
  }
}
