package io.thaw.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Applies a {@link BatchNormRule} to layers of a network. */
record BatchNorms(FreezePlan plan) {
  private static final Set<String> OPERATORS =
      Set.of("BatchNorm", "BatchNorm_v1", "_contrib_SyncBatchNorm");
  private static final String USE_STATISTICS = "use_global_stats";

  static boolean isBatchNorm(Node node) {
    return OPERATORS.contains(node.operator());
  }

  /** Whether training moves the layer's running statistics. */
  boolean adapts(Layer layer, Node node) {
    if (!isBatchNorm(node)) {
      return false;
    }
    return switch (plan.batchNorm()) {
      case KEEP_STATISTICS -> false;
      case ADAPT_STATISTICS -> true;
      case FOLLOW_LAYER ->
          !plan.isFrozen(layer) && !new Attributes(node).flag(USE_STATISTICS, false);
    };
  }

  /** Whether no value of the layer may change, running statistics included. */
  boolean isFixed(Layer layer, Node node) {
    return !layer.hasParameters() || (plan.isFrozen(layer) && !adapts(layer, node));
  }

  /** Whether the parameter never changes although its layer is trained: a scale fixed at 1. */
  static boolean isFixedScale(LayerParameter parameter, Node node) {
    return parameter.role() == ParameterRole.GAMMA
        && isBatchNorm(node)
        && new Attributes(node).flag("fix_gamma", true);
  }

  /** The network as it is trained: each batch normalisation told which statistics to use. */
  Network prepare(Network network) {
    Layers layers = Layers.of(network);
    List<Node> nodes = new ArrayList<>(network.nodes());
    for (Layer layer : layers.list()) {
      Node node = network.node(layer.node());
      if (OPERATORS.contains(node.operator())) {
        String keep = adapts(layer, node) ? "False" : "True";
        nodes.set(layer.node(), node.withAttribute(USE_STATISTICS, keep));
      }
    }
    return new Network(nodes, network.heads());
  }
}
