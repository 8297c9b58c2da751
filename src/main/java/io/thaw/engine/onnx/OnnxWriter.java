package io.thaw.engine.onnx;

import io.thaw.engine.Tensor;
import io.thaw.network.Network;
import io.thaw.network.Node;
import io.thaw.network.NodeEntry;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a network as an ONNX model for inference. Operators after {@code
 * https://onnx.ai/onnx/operators/}, version 17; batch normalisations are folded into the layer
 * before them where that is exact.
 */
public final class OnnxWriter {
  private static final Map<String, Rule> RULES = rules();

  private final Network network;
  private final Parameters parameters;
  private final BitSet needed;
  private final GraphBuilder graph = new GraphBuilder();

  private OnnxWriter(Network network, Map<String, Tensor> tensors, TensorShape input) {
    this.network = network;
    this.parameters = new Parameters(network, tensors, ShapeInference.infer(network, input));
    this.needed = needed(network);
  }

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new HashMap<>();
    LinearRules.addTo(rules);
    PoolingRules.addTo(rules);
    ElementRules.addTo(rules);
    ShapeRules.addTo(rules);
    return Map.copyOf(rules);
  }

  /**
   * The model of a network with one head.
   *
   * @param tensors a tensor for every parameter; others are ignored
   * @param input shape of one picture, {@code [C, H, W]}
   * @throws UnsupportedOperatorException when an operator or a setting has no exact translation
   * @throws io.thaw.network.BadNetworkException when shapes contradict each other
   */
  public static OnnxModel write(Network network, Map<String, Tensor> tensors, TensorShape input) {
    return new OnnxWriter(network, tensors, input).write(input);
  }

  private OnnxModel write(TensorShape input) {
    Node head = network.node(network.heads().get(0).node());
    if (network.heads().size() != 1 || head.isVariable()) {
      throw new UnsupportedOperatorException("The network does not end in one operator.");
    }
    Folding folding = new Folding(network, needed);
    Map<Integer, Integer> folded = new HashMap<>();
    needed.stream()
        .forEach(i -> folding.target(network.node(i)).ifPresent(linear -> folded.put(linear, i)));
    needed.stream()
        .filter(i -> !network.node(i).isVariable())
        .forEach(i -> visit(i, Optional.ofNullable(folded.get(i)), folded.containsValue(i)));
    return graph.build(network.inputName(), input, head.name());
  }

  /**
   * Translates an operator.
   *
   * @param norm the normalisation behind it that might go into its weights
   * @param taken whether the operator is such a normalisation
   */
  private void visit(int index, Optional<Integer> norm, boolean taken) {
    Node node = network.node(index);
    if (taken) {
      return;
    }
    if (norm.isEmpty()) {
      translate(step(node, node.name(), Optional.empty()));
      return;
    }
    Step normStep =
        step(network.node(norm.get()), network.node(norm.get()).name(), Optional.empty());
    Optional<LinearWeights> weights =
        Folding.fold(step(node, node.name(), Optional.empty()), normStep);
    if (weights.isPresent()) {
      translate(step(node, normStep.output(), weights));
    } else {
      translate(step(node, node.name(), Optional.empty()));
      translate(normStep);
    }
  }

  private Step step(Node node, String output, Optional<LinearWeights> weights) {
    return new Step(node, output, weights, parameters, graph, new Settings(node));
  }

  private static void translate(Step step) {
    Rule rule = RULES.get(step.node().operator());
    if (rule == null) {
      throw step.settings().refuse("this operator is not known");
    }
    if (step.node().inputs().stream().anyMatch(input -> input.output() != 0)) {
      throw step.settings().refuse("it reads a second output of another layer");
    }
    rule.translate(step);
    step.settings().requireAllRead();
  }

  /** What the head depends on. */
  private static BitSet needed(Network network) {
    BitSet needed = new BitSet();
    network.heads().forEach(head -> needed.set(head.node()));
    for (int i = network.nodes().size() - 1; i >= 0; i--) {
      if (needed.get(i)) {
        network.node(i).inputs().stream().mapToInt(NodeEntry::node).forEach(needed::set);
      }
    }
    return needed;
  }
}
