package io.thaw.network;

/** Works out the shape of every tensor of a network from the shape of a picture. */
public final class ShapeInference {
  private ShapeInference() {}

  /**
   * Infers the shape of every node. An operator that is not known makes what follows it unknown.
   *
   * @param input shape of one sample without the batch axis, {@code [C, H, W]} for a picture; the
   *     batch axis of everything computed from it is 1
   * @throws BadNetworkException if shapes contradict each other
   */
  public static InferredShapes infer(Network network, TensorShape input) {
    throw new UnsupportedOperationException();
  }
}
