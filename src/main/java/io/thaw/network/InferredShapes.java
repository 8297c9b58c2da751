package io.thaw.network;

import java.util.List;
import java.util.Optional;

/** The shape of each node's first output; empty where it is unknown. */
public final class InferredShapes {
  private final List<Optional<TensorShape>> outputs;

  /** One shape per node of the network, in order. */
  public InferredShapes(List<Optional<TensorShape>> outputs) {
    this.outputs = List.copyOf(outputs);
  }

  /**
   * The shape of a node's first output: {@code [1, ...]} with a batch axis of one sample for what
   * is computed, the array's own shape for a parameter.
   */
  public Optional<TensorShape> output(int node) {
    return outputs.get(node);
  }
}
