package io.thaw.dataset;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file (or folder) that cannot be used, or one that is used but needs a word.
 *
 * @param file where it lies
 * @param kind what is the matter, for programs
 * @param reason the same in a few words that a user understands, such as "the file is empty"
 */
public record ImageProblem(Path file, ProblemKind kind, String reason) {
  public ImageProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
  }
}
