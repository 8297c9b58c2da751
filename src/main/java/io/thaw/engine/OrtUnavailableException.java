package io.thaw.engine;

/** ONNX Runtime does not start on this machine, or does not take a network; MXNet still may. */
public final class OrtUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OrtUnavailableException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
