package io.thaw.engine.onnx;

/** An operator, or a setting of it, that has no exact translation; the message names the layer. */
public final class UnsupportedOperatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedOperatorException(String message) {
    super(message);
  }
}
