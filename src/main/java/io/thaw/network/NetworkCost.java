package io.thaw.network;

import java.util.List;

/**
 * What each layer of a network and all of them together cost for one picture.
 *
 * @param layers one cost per layer, in the order of {@link Layers#list()}
 * @param total the sums; unknown as soon as one summand is
 */
public record NetworkCost(List<LayerCost> layers, LayerCost total) {

  public NetworkCost {
    layers = List.copyOf(layers);
  }

  /** The cost of each layer. */
  public static NetworkCost of(Network network, Layers layers, InferredShapes shapes) {
    throw new UnsupportedOperationException();
  }

  public LayerCost of(Layer layer) {
    return layers.get(layer.index());
  }
}
