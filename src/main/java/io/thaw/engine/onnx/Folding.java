package io.thaw.engine.onnx;

import io.thaw.engine.Tensor;
import io.thaw.network.Network;
import io.thaw.network.Node;
import io.thaw.network.NodeEntry;
import io.thaw.network.TensorShape;
import java.util.BitSet;
import java.util.Optional;

/**
 * Finds batch normalisations that a convolution or fully connected layer right before them can take
 * into its weights, because nothing else reads its output.
 */
final class Folding {
  private final Network network;
  private final int[] uses;

  Folding(Network network, BitSet needed) {
    this.network = network;
    this.uses = new int[network.nodes().size()];
    needed.stream()
        .flatMap(i -> network.node(i).inputs().stream().mapToInt(NodeEntry::node))
        .forEach(i -> uses[i]++);
    network.heads().forEach(head -> uses[head.node()]++);
  }

  /** The linear operator that a normalisation may be folded into. */
  Optional<Integer> target(Node norm) {
    if (!norm.operator().equals("BatchNorm")) {
      return Optional.empty();
    }
    int before = norm.inputs().get(0).node();
    String operator = network.node(before).operator();
    boolean linear = operator.equals("Convolution") || operator.equals("FullyConnected");
    return linear && uses[before] == 1 ? Optional.of(before) : Optional.empty();
  }

  /** The weights with the normalisation in them; empty where that would not be exact. */
  static Optional<LinearWeights> fold(Step linear, Step norm) {
    Optional<Tensor> weight = linear.parameters().tensor(linear.node().inputs().get(1));
    boolean rows = linear.node().operator().equals("Convolution") || norm.shape(0).rank() == 2;
    if (weight.isEmpty() || !rows) {
      return Optional.empty();
    }
    ChannelScale scale = BatchNorm.of(norm).scale();
    norm.settings().requireAllRead();
    LinearWeights folded = new LinearWeights(weight.get(), bias(linear, scale)).then(scale);
    return Optional.of(folded).filter(LinearWeights::isFinite);
  }

  private static Tensor bias(Step linear, ChannelScale scale) {
    int outputs = scale.factor().length;
    return linear.settings().flag("no_bias", false)
        ? new Tensor(TensorShape.of(outputs), new float[outputs])
        : linear.tensor(2);
  }
}
