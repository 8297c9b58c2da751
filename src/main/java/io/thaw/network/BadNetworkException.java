package io.thaw.network;

/** A network that cannot be read or used. The message is one sentence for the user. */
public class BadNetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadNetworkException(String sentence) {
    super(sentence);
  }

  public BadNetworkException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
