package io.thaw.tuning.checkpoint;

/** A checkpoint's file that is not what was written, or cannot be read. */
public final class DamagedCheckpointException extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedCheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
