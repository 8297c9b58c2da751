package io.thaw.dataset;

import java.io.IOException;

/** Carries a reason for the user out of the code that works with a picture reader. */
final class BadPictureException extends IOException {
  private static final long serialVersionUID = 1L;

  BadPictureException(String reason) {
    super(reason);
  }
}
