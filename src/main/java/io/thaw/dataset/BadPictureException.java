package io.thaw.dataset;

import java.io.IOException;

/** Carries a problem for the user out of the code that works with a picture's bytes. */
final class BadPictureException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;

  BadPictureException(ProblemKind kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  ProblemKind kind() {
    return kind;
  }
}
