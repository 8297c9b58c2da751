package io.thaw.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Works out the shape of every tensor of a network from the shape of a picture. */
public final class ShapeInference {
  private final Network network;
  private final List<Optional<TensorShape>> shapes;

  private ShapeInference(Network network) {
    this.network = network;
    this.shapes = new ArrayList<>(Collections.nCopies(network.nodes().size(), Optional.empty()));
  }

  /**
   * Infers the shape of every node. An operator that is not known makes what follows it unknown.
   * What a symbol file itself says of shapes is not trusted: it often holds zeros.
   *
   * @param input shape of one sample without the batch axis, {@code [C, H, W]} for a picture; the
   *     batch axis of everything computed from it is 1
   * @throws BadNetworkException if shapes contradict each other
   */
  public static InferredShapes infer(Network network, TensorShape input) {
    ShapeInference inference = new ShapeInference(network);
    inference.shapes.set(network.input(), Optional.of(input.withBatch(1)));
    for (int i = 0; i < network.nodes().size(); i++) {
      if (!network.node(i).isVariable()) {
        inference.visit(i);
      }
    }
    return new InferredShapes(inference.shapes);
  }

  private void visit(int index) {
    Node node = network.node(index);
    Optional<Operator> operator = Operators.find(node);
    if (operator.isEmpty()) {
      return;
    }
    int known = Math.min(operator.get().dataInputs(), node.inputs().size());
    labelShape(node);
    List<TensorShape> inputs = new ArrayList<>();
    for (int position = 0; position < known; position++) {
      Optional<TensorShape> shape = shapeOf(node.inputs().get(position));
      if (shape.isEmpty()) {
        return;
      }
      inputs.add(shape.get());
    }
    ShapeRule.Answer answer = apply(operator.get(), node, inputs);
    shapes.set(index, answer.output());
    assign(node, known, answer.parameters());
  }

  private static ShapeRule.Answer apply(Operator operator, Node node, List<TensorShape> inputs) {
    int needed = operator.dataInputs() == Operator.ANY ? 1 : operator.dataInputs();
    try {
      if (inputs.size() >= needed) {
        ShapeRule.Answer answer = operator.shape().apply(new Attributes(node), inputs);
        if (node.inputs().size() >= inputs.size() + answer.parameters().size()) {
          return answer;
        }
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadNetworkException(
          "The settings of the layer '" + node.name() + "' do not fit its input.", e);
    }
    throw Attributes.bad("The layer '%s' has too few inputs.", node.name());
  }

  /** Only first outputs are followed; nothing is known of the others. */
  private Optional<TensorShape> shapeOf(NodeEntry entry) {
    return entry.output() == 0 ? shapes.get(entry.node()) : Optional.empty();
  }

  /** A label holds one class per sample; it is not computed and not a parameter. */
  private void labelShape(Node node) {
    if (node.inputs().size() == 2 && Operators.isLabel(node, 1)) {
      Optional<TensorShape> data = shapeOf(node.inputs().get(0));
      shapes.set(node.inputs().get(1).node(), data.map(shape -> TensorShape.of(shape.size(0))));
    }
  }

  private void assign(Node node, int first, List<TensorShape> parameters) {
    for (int i = 0; i < parameters.size() && first + i < node.inputs().size(); i++) {
      int variable = node.inputs().get(first + i).node();
      TensorShape needed = parameters.get(i);
      Optional<TensorShape> before = shapes.get(variable);
      if (before.isPresent() && !before.get().equals(needed)) {
        throw Attributes.bad(
            "The layer '%s' needs '%s' with shape %s, but another layer needs it with %s.",
            node.name(), network.node(variable).name(), needed, before.get());
      }
      shapes.set(variable, Optional.of(needed));
    }
  }
}
