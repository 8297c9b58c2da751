package io.thaw.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The operators of a network in order, with what grouping needs to know of each. */
final class LayerChain {
  /** Downsampling of a tensor without positions: after global pooling or flattening. */
  static final int FLAT = Integer.MAX_VALUE;

  private static final Set<String> FLATTENING =
      Set.of("Flatten", "flatten", "FullyConnected", "_contrib_AdaptiveAvgPooling2D", "mean");
  private static final Set<String> WINDOWS = Set.of("Convolution", "Pooling", "Pooling_v1");

  private final Network network;
  private final List<Integer> operators = new ArrayList<>();
  private final Set<Integer> cuts;
  private final boolean[] path;
  private final int[] factors;

  LayerChain(Network network) {
    this.network = network;
    this.cuts = new HashSet<>(CutPoints.of(network));
    this.path = CutPoints.onPath(network);
    this.factors = new int[network.nodes().size()];
    for (int i = 0; i < factors.length; i++) {
      if (!network.node(i).isVariable()) {
        operators.add(i);
        factors[i] = factor(network.node(i));
      }
    }
  }

  int size() {
    return operators.size();
  }

  Node node(int layer) {
    return network.node(operators.get(layer));
  }

  /** The position of a node among the operators. */
  int positionOf(int node) {
    return operators.indexOf(node);
  }

  /** Whether everything passes through this layer's output. */
  boolean isCut(int layer) {
    return cuts.contains(operators.get(layer));
  }

  /** How many times smaller than the picture the layer's output is along an axis. */
  int downsampling(int layer) {
    return factors[operators.get(layer)];
  }

  /** Whether several paths meet here: a residual sum or a concatenation. */
  boolean isJoin(int layer) {
    String kind = Operators.kind(node(layer));
    return (kind.equals("Addition") || kind.equals("Concatenation"))
        && node(layer).inputs().stream().filter(input -> path[input.node()]).distinct().count() > 1;
  }

  boolean hasParameters(int layer) {
    int input = network.input();
    return !LayerParameters.of(network, input, node(layer)).isEmpty();
  }

  boolean isNormalisation(int layer) {
    return Operators.kind(node(layer)).endsWith("normalisation");
  }

  private int factor(Node node) {
    int before =
        node.inputs().stream()
            .filter(input -> path[input.node()])
            .mapToInt(input -> Math.max(1, factors[input.node()]))
            .min()
            .orElse(1);
    Attributes settings = new Attributes(node);
    if (before == FLAT
        || FLATTENING.contains(node.operator())
        || settings.flag("global_pool", false)) {
      return FLAT;
    }
    List<Integer> stride = settings.tuple("stride").orElse(List.of());
    boolean strides = WINDOWS.contains(node.operator()) && !stride.isEmpty() && stride.get(0) > 1;
    return strides ? before * stride.get(0) : before;
  }
}
