package io.thaw.dataset;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One file cannot be decoded. The caller lists it and goes on; checked, so that nobody forgets to.
 */
public final class UnreadablePictureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final ProblemKind kind;
  private final String reason;

  public UnreadablePictureException(Path file, ProblemKind kind, String reason, Throwable cause) {
    super(PicturePaths.text(file) + ": " + reason, cause);
    this.file = file;
    this.kind = Objects.requireNonNull(kind, "kind");
    this.reason = reason;
  }

  /** What is the matter, for programs. */
  public ProblemKind kind() {
    return kind;
  }

  /** Why, in a few words, such as "the file is truncated". */
  public String reason() {
    return reason;
  }

  /** The file and the reason as an entry for the list of problems. */
  public ImageProblem problem() {
    return new ImageProblem(file, kind, reason);
  }
}
