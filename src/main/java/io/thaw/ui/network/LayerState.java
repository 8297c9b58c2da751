package io.thaw.ui.network;

import io.thaw.network.FreezePlan;
import io.thaw.network.Layer;
import java.util.Collection;
import java.util.List;

/** What training does to a layer or a group of layers. */
public enum LayerState {
  FROZEN("frozen"),
  TRAINABLE("trainable"),
  /** A group of which some layers are frozen and some are not. */
  PARTLY("partly frozen"),
  /** It has no parameters. */
  NOTHING("nothing to freeze"),
  /** It belongs to the old classifier. */
  REPLACED("replaced by the new head");

  private final String words;

  LayerState(String words) {
    this.words = words;
  }

  /** The state in words, in lower case. */
  public String words() {
    return words;
  }

  static LayerState of(LoadedNetwork network, FreezePlan plan, Collection<Layer> layers) {
    if (!layers.isEmpty() && layers.stream().allMatch(network::isReplaced)) {
      return REPLACED;
    }
    List<Layer> counting =
        layers.stream()
            .filter(layer -> layer.hasParameters() && !network.isReplaced(layer))
            .toList();
    if (counting.isEmpty()) {
      return NOTHING;
    }
    long frozen = counting.stream().filter(plan::isFrozen).count();
    if (frozen == counting.size()) {
      return FROZEN;
    }
    return frozen == 0 ? TRAINABLE : PARTLY;
  }
}
