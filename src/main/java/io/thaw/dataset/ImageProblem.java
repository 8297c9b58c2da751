package io.thaw.dataset;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file (or folder) that cannot be used, or one that is used but needs a word.
 *
 * @param file where it lies
 * @param kind what is the matter, for programs
 * @param reason the same in a few words that a user understands, such as "the file is empty"
 * @param className the class that the file belongs to, or would if it could be used; null when it
 *     belongs to none
 * @param side what the folder's layout says about the split
 */
public record ImageProblem(
    Path file, ProblemKind kind, String reason, String className, Side side) {
  public ImageProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(side, "side");
  }

  /** A problem of a file that belongs to no class, as far as is known. */
  public ImageProblem(Path file, ProblemKind kind, String reason) {
    this(file, kind, reason, null, Side.UNASSIGNED);
  }

  /** The same problem of a file that belongs to a class. */
  public ImageProblem in(String newClass, Side newSide) {
    return new ImageProblem(file, kind, reason, newClass, newSide);
  }
}
