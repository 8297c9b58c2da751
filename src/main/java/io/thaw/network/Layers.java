package io.thaw.network;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The layers of a network, in order and in groups. */
public final class Layers {
  private final List<Layer> list;
  private final LayerGroup root;

  Layers(List<Layer> list, LayerGroup root) {
    this.list = List.copyOf(list);
    this.root = root;
  }

  /** Folds parameters into layers and groups the layers. */
  public static Layers of(Network network) {
    throw new UnsupportedOperationException();
  }

  /** All layers, in the topological order of the network. */
  public List<Layer> list() {
    return list;
  }

  /** The tree of groups: stem, stages with blocks, classifier. */
  public LayerGroup root() {
    return root;
  }

  /** The layer of that name. */
  public Optional<Layer> find(String name) {
    return list.stream().filter(layer -> layer.name().equals(name)).findFirst();
  }

  /**
   * The layer of that name.
   *
   * @throws UnknownLayerException if there is none, with a suggestion
   */
  public Layer require(String name) {
    return find(name).orElseThrow(() -> new UnknownLayerException(name, nearestName(name)));
  }

  /** The layer name with the smallest edit distance; empty when there are no layers. */
  public String nearestName(String name) {
    throw new UnsupportedOperationException();
  }

  /** The layer whose operator is a node; empty for a variable. */
  public OptionalInt layerOfNode(int node) {
    return list.stream().filter(l -> l.node() == node).mapToInt(Layer::index).findFirst();
  }
}
