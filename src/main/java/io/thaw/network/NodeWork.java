package io.thaw.network;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one operator has to do for one picture.
 *
 * @param pass going through it once, in one direction
 * @param weighted whether its backward pass is two: to its inputs and to its weights
 * @param inputBytes of all computed inputs
 * @param outputBytes of its output
 */
record NodeWork(Work pass, boolean weighted, long inputBytes, long outputBytes) {
  static final NodeWork NONE = new NodeWork(Work.NONE, false, 0, 0);

  /** The training engine writes it as two rectifiers and two depthwise convolutions. */
  private static final int OPERATORS_OF_A_CLIP = 4;

  private static final Set<String> NORMALISATIONS =
      Set.of(
          "BatchNorm",
          "BatchNorm_v1",
          "_contrib_SyncBatchNorm",
          "LayerNorm",
          "InstanceNorm",
          "LRN",
          "L2Normalization");

  /** Other names for the same tensor. */
  private static final Set<String> VIEWS =
      Set.of(
          "Flatten",
          "flatten",
          "Reshape",
          "reshape",
          "Dropout",
          "identity",
          "_copy",
          "BlockGrad",
          "stop_gradient");

  private static final Set<String> ACTIVATIONS =
      Set.of("Activation", "LeakyReLU", "relu", "sigmoid", "tanh", "clip");

  private static final Set<String> SUMS = Set.of("elemwise_add", "_plus", "_Plus", "broadcast_add");

  /**
   * The work of an operator.
   *
   * @param multiplyAdds as {@link NetworkCost} counts them; 0 where they are unknown
   * @param inputBytes of all computed inputs
   * @param outputBytes of its output
   */
  static NodeWork of(Node node, long multiplyAdds, long inputBytes, long outputBytes) {
    double bytes = inputBytes + outputBytes;
    Work work =
        switch (node.operator()) {
          case "Convolution", "Deconvolution" ->
              convolution(new Attributes(node), multiplyAdds).plus(Work.moving(bytes));
          case "FullyConnected" -> new Work(0, 0, 0, multiplyAdds, 0, bytes);
          case "clip" -> Work.moving(OPERATORS_OF_A_CLIP * bytes);
          default -> plain(node, bytes);
        };
    return new NodeWork(work, isWeighted(node), inputBytes, outputBytes);
  }

  private static Work convolution(Attributes settings, long multiplyAdds) {
    if (settings.integer("num_group", 1) != 1) {
      return new Work(0, 0, multiplyAdds, 0, 0, 0);
    }
    boolean one = settings.tuple("kernel").orElse(List.of()).stream().allMatch(it -> it == 1);
    return one ? new Work(0, multiplyAdds, 0, 0, 0, 0) : new Work(multiplyAdds, 0, 0, 0, 0, 0);
  }

  private static Work plain(Node node, double bytes) {
    if (VIEWS.contains(node.operator())) {
      return Work.NONE;
    }
    return NORMALISATIONS.contains(node.operator())
        ? new Work(0, 0, 0, 0, bytes, 0)
        : Work.moving(bytes);
  }

  private static boolean isWeighted(Node node) {
    return isConvolution(node) || node.operator().equals("FullyConnected");
  }

  private static boolean isConvolution(Node node) {
    return node.operator().equals("Convolution") || node.operator().equals("Deconvolution");
  }

  /**
   * What an engine that joins operators has to do for it.
   *
   * @param fused whether it goes together with a convolution before it
   */
  Work frozen(Node node, boolean fused) {
    if (fused) {
      // A sum has another tensor to read.
      return isSum(node) ? Work.moving(inputBytes / 2.0) : Work.NONE;
    }
    return node.operator().equals("clip") ? Work.moving(inputBytes + outputBytes) : pass;
  }

  /**
   * Whether operators can be joined with the convolution before them: normalisations, sums, and at
   * last an activation, each the only reader of what it reads.
   */
  static boolean[] fused(List<Node> nodes, Map<Integer, Integer> readers) {
    boolean[] fused = new boolean[nodes.size()];
    boolean[] open = new boolean[nodes.size()];
    for (int i = 0; i < fused.length; i++) {
      Node node = nodes.get(i);
      boolean ends = ACTIVATIONS.contains(node.operator());
      boolean joins = ends || node.operator().startsWith("BatchNorm") || isSum(node);
      fused[i] =
          joins
              && node.inputs().stream()
                  .anyMatch(it -> open[it.node()] && readers.getOrDefault(it.node(), 0) == 1);
      open[i] = isConvolution(node) || fused[i] && !ends;
    }
    return fused;
  }

  private static boolean isSum(Node node) {
    return SUMS.contains(node.operator());
  }
}
