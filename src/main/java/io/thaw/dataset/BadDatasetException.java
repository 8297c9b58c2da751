package io.thaw.dataset;

/** The user's folder of pictures cannot be trained on; the message is one sentence for the user. */
public final class BadDatasetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadDatasetException(String message) {
    super(message);
  }

  public BadDatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
