package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.network.LayerGroup;
import java.util.List;

/** What a row of the table and a card of the diagram stand for. */
sealed interface Part {

  /**
   * A group that folds.
   *
   * @param path names of the groups from the outermost to this one
   * @param layers the layers shown in it, in layer order; fewer than it has while searching
   */
  record Group(LayerGroup group, List<String> path, List<Layer> layers) implements Part {}

  /** One layer. */
  record Single(Layer layer) implements Part {
    @Override
    public List<Layer> layers() {
      return List.of(layer);
    }
  }

  /** The new head at the end. */
  record Head() implements Part {
    @Override
    public List<Layer> layers() {
      return List.of();
    }
  }

  /** The picture at the beginning. */
  record Picture() implements Part {
    @Override
    public List<Layer> layers() {
      return List.of();
    }
  }

  /** The layers that it stands for. */
  List<Layer> layers();

  /** A name for it that no other part of the network has. */
  default String id() {
    if (this instanceof Group group) {
      return groupId(group.path());
    }
    if (this instanceof Single single) {
      return layerId(single.layer());
    }
    return this instanceof Head ? "new-head" : "picture";
  }

  /** The {@link #id} of a group. */
  static String groupId(List<String> path) {
    return "group-" + String.join("-", path);
  }

  /** The {@link #id} of a layer. */
  static String layerId(Layer layer) {
    return "layer-" + layer.name();
  }

  /** The id of the toggle in the table. */
  default String toggleId() {
    if (this instanceof Group group) {
      return "freeze-group-" + String.join("-", group.path());
    }
    return this instanceof Single single ? "freeze-" + single.layer().name() : id();
  }
}
