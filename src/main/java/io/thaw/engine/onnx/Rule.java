package io.thaw.engine.onnx;

/** How one MXNet operator is said in ONNX. */
interface Rule {
  /**
   * Adds the operator's nodes to the model.
   *
   * @throws UnsupportedOperatorException when its settings have no exact translation
   */
  void translate(Step step);
}
