package io.thaw.network;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Layers that belong together: the stem, a stage, a block, the classifier.
 *
 * @param name unique among its siblings, for example {@code block1}; empty for the root
 * @param title for people, for example {@code Block 1}
 * @param groups the groups inside, in layer order
 * @param layers the layers that lie directly in this group
 */
public record LayerGroup(String name, String title, List<LayerGroup> groups, List<Layer> layers) {

  public LayerGroup {
    groups = List.copyOf(groups);
    layers = List.copyOf(layers);
  }

  /** Every layer in this group and the groups inside, in layer order. */
  public List<Layer> allLayers() {
    return Stream.concat(layers.stream(), groups.stream().flatMap(g -> g.allLayers().stream()))
        .sorted(Comparator.comparingInt(Layer::index))
        .toList();
  }
}
