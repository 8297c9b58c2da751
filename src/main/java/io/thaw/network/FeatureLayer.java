package io.thaw.network;

import java.util.Set;

/** Finds where the old classifier begins. */
public final class FeatureLayer {
  private static final Set<String> CLASSIFIERS = Set.of("FullyConnected", "Convolution");
  private static final Set<String> STEPPED_OVER = Set.of("Flatten", "flatten", "Dropout");

  private FeatureLayer() {}

  /**
   * The operator whose output the classifier reads: the last fully connected or convolution layer
   * is the classifier; from its input, flatten and dropout are stepped over.
   *
   * @return index of an operator, one of {@link CutPoints#of}
   * @throws BadNetworkException if there is no classifier, if it reads the picture itself, or if
   *     the features are not a single tensor that everything passes through
   */
  public static int find(Network network) {
    Node classifier = network.node(classifier(network));
    NodeEntry entry = classifier.inputs().get(0);
    Node features = network.node(entry.node());
    while (STEPPED_OVER.contains(features.operator()) && !features.inputs().isEmpty()) {
      entry = features.inputs().get(0);
      features = network.node(entry.node());
    }
    if (features.isVariable()) {
      throw new BadNetworkException(
          "The network has no layers before its classifier '" + classifier.name() + "'.");
    }
    if (entry.output() != 0 || !CutPoints.of(network).contains(entry.node())) {
      throw new BadNetworkException(
          "The classifier '"
              + classifier.name()
              + "' cannot be replaced: other parts of the network pass by '"
              + features.name()
              + "', which it reads.");
    }
    return entry.node();
  }

  /**
   * The part of a network that ends in its classifier's output, the numbers before softmax.
   *
   * @throws BadNetworkException if there is no classifier
   */
  public static Network upToLogits(Network network) {
    return new Subgraph(network, network.input()).until(classifier(network));
  }

  private static int classifier(Network network) {
    boolean[] path = CutPoints.onPath(network);
    for (int i = path.length - 1; i >= 0; i--) {
      Node node = network.node(i);
      if (path[i] && CLASSIFIERS.contains(node.operator()) && !node.inputs().isEmpty()) {
        return i;
      }
    }
    throw new BadNetworkException(
        "The network has no fully connected or convolution layer that could be its classifier.");
  }
}
