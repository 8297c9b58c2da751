package io.thaw.engine;

/** Parameters that cannot be read or do not fit; the message is one sentence for the user. */
public final class BadParametersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadParametersException(String message) {
    super(message);
  }

  public BadParametersException(String message, Throwable cause) {
    super(message, cause);
  }
}
