package io.thaw.catalogue;

/** A model folder that cannot be used; the message is one sentence for the user. */
public final class BadModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadModelException(String message) {
    super(message);
  }

  public BadModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
