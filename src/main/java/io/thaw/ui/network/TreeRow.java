package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.network.LayerGroup;
import java.util.List;

/** A row of the layer list. */
sealed interface TreeRow {

  /**
   * A group that folds.
   *
   * @param path names of the groups from the outermost to this one
   * @param layers the layers shown in it, in layer order; fewer than it has while searching
   */
  record Group(LayerGroup group, List<String> path, List<Layer> layers) implements TreeRow {}

  /** One layer. */
  record Single(Layer layer) implements TreeRow {
    @Override
    public List<Layer> layers() {
      return List.of(layer);
    }
  }

  /** The new head at the end. */
  record Head() implements TreeRow {
    @Override
    public List<Layer> layers() {
      return List.of();
    }
  }

  /** The layers that the row stands for. */
  List<Layer> layers();

  /** The id of the row's toggle. */
  default String toggleId() {
    if (this instanceof Group group) {
      return "freeze-group-" + String.join("-", group.path());
    }
    return this instanceof Single single ? "freeze-" + single.layer().name() : "new-head";
  }
}
