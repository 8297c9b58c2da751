package io.thaw.engine.onnx;

import io.thaw.engine.Tensor;
import io.thaw.network.InferredShapes;
import io.thaw.network.Network;
import io.thaw.network.NodeEntry;
import io.thaw.network.TensorShape;
import java.util.Map;
import java.util.Optional;

/** What is known of the tensors that operators read. */
record Parameters(Network network, Map<String, Tensor> tensors, InferredShapes shapes) {

  /** The array of a parameter; empty for the picture and for what is computed. */
  Optional<Tensor> tensor(NodeEntry entry) {
    boolean variable = network.node(entry.node()).isVariable() && entry.node() != network.input();
    return variable
        ? Optional.ofNullable(tensors.get(network.node(entry.node()).name()))
        : Optional.empty();
  }

  /** The shape of a tensor, with a batch axis of 1 if it is computed. */
  Optional<TensorShape> shape(NodeEntry entry) {
    return tensor(entry).map(Tensor::shape).or(() -> shapes.output(entry.node()));
  }
}
