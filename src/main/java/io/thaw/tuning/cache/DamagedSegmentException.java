package io.thaw.tuning.cache;

import java.io.IOException;

/** A segment file does not hold what it held when it was written. */
final class DamagedSegmentException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedSegmentException(String message) {
    super(message);
  }
}
