package io.thaw.job;

/** A job that cannot be run as asked; the message is one sentence for the user. */
public final class BadJobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadJobException(String message) {
    super(message);
  }

  public BadJobException(String message, Throwable cause) {
    super(message, cause);
  }

  static void unless(boolean condition, String message) {
    if (!condition) {
      throw new BadJobException(message);
    }
  }
}
