package io.thaw.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.thaw.engine.Tensor;
import io.thaw.network.Node;
import io.thaw.network.NodeEntry;
import io.thaw.network.TensorShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One operator on its way into the model.
 *
 * @param node the operator
 * @param output name of the tensor that it yields
 * @param weights to take instead of the operator's own, if a normalisation was folded into them
 */
record Step(
    Node node,
    String output,
    Optional<LinearWeights> weights,
    Parameters parameters,
    GraphBuilder graph,
    Settings settings) {

  /** The name of an input, whose array is added to the model if it is a parameter. */
  String input(int position) {
    NodeEntry entry = entry(position);
    String name = parameters.network().node(entry.node()).name();
    if (parameters.network().node(entry.node()).isVariable()
        && entry.node() != parameters.network().input()) {
      Tensor tensor = tensor(position);
      graph.array(name, tensor.shape(), tensor.values());
    }
    return name;
  }

  List<String> inputs() {
    return IntStream.range(0, node.inputs().size()).mapToObj(this::input).toList();
  }

  /** The array of an input that must be a parameter. */
  Tensor tensor(int position) {
    return parameters
        .tensor(entry(position))
        .orElseThrow(() -> settings.refuse("its input " + position + " is no known parameter"));
  }

  /** The shape of an input, with a batch axis of 1 if it is computed. */
  TensorShape shape(int position) {
    return parameters
        .shape(entry(position))
        .orElseThrow(() -> settings.refuse("the shape of its input " + position + " is unknown"));
  }

  private NodeEntry entry(int position) {
    if (position >= node.inputs().size()) {
      throw settings.refuse("it has too few inputs");
    }
    return node.inputs().get(position);
  }

  /** The name of something that only this operator has. */
  String own(String word) {
    return node.name() + "::" + word;
  }

  /** Adds an ONNX operator that yields this operator's output. */
  void emit(String operator, List<String> inputs, AttributeProto... attributes) {
    graph.node(operator, inputs, output, attributes);
  }

  /** Adds an ONNX operator on the first input. */
  void emit(String operator, AttributeProto... attributes) {
    emit(operator, List.of(input(0)), attributes);
  }

  /** Adds an ONNX operator that yields a tensor in between; gives its name. */
  String between(String word, String operator, List<String> inputs, AttributeProto... attributes) {
    graph.node(operator, inputs, own(word), attributes);
    return own(word);
  }
}
