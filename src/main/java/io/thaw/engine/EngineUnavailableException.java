package io.thaw.engine;

/** The native engine does not start on this machine. */
public final class EngineUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineUnavailableException(Throwable cause) {
    super(
        "The training engine (MXNet) could not be loaded on this machine: "
            + cause.getMessage()
            + ".",
        cause);
  }
}
