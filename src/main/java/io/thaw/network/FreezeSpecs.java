package io.thaw.network;

import java.util.List;

/** Finds a short way to write a freeze plan. */
final class FreezeSpecs {
  private FreezeSpecs() {}

  static FreezeSpec shortest(FreezePlan plan, Network network, Layers layers) {
    List<Layer> relevant = relevant(network, layers);
    List<Layer> frozen = relevant.stream().filter(plan::isFrozen).toList();
    if (frozen.isEmpty()) {
      return new FreezeSpec.None();
    }
    if (frozen.size() == relevant.size()) {
      return new FreezeSpec.All();
    }
    Layer last = frozen.get(frozen.size() - 1);
    if (frozen.equals(relevant.subList(0, frozen.size()))) {
      return new FreezeSpec.Until(last.name());
    }
    return new FreezeSpec.Only(frozen.stream().map(Layer::name).toList());
  }

  /** Layers that hold something and stay when the classifier is replaced. */
  static List<Layer> relevant(Network network, Layers layers) {
    int end = classifierStart(network);
    return layers.list().stream()
        .filter(layer -> layer.hasParameters() && layer.node() <= end)
        .toList();
  }

  private static int classifierStart(Network network) {
    try {
      return FeatureLayer.find(network);
    } catch (BadNetworkException e) {
      return network.nodes().size(); // Nothing will be replaced, so every layer counts.
    }
  }
}
