package io.thaw.ui.network;

import io.thaw.ui.network.diagram.Box;
import io.thaw.ui.network.diagram.DiagramLayout;
import io.thaw.ui.network.diagram.ElkLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network's diagram, laid out.
 *
 * @param network what it shows; null for nothing
 * @param parts what each card stands for, by the card's id, in layer order
 * @param layout where each card lies
 */
record Diagram(LoadedNetwork network, Map<String, Part> parts, DiagramLayout layout) {

  /** Nothing. */
  static final Diagram EMPTY = new Diagram(null, Map.of(), DiagramLayout.EMPTY);

  /** Lays a network out; takes up to a second for the largest. */
  static Diagram of(LoadedNetwork network, Set<List<String>> unfolded) {
    NetworkGraph graph = NetworkGraph.of(network, unfolded);
    return new Diagram(network, graph.parts(), ElkLayout.of(graph.graph()));
  }

  /** The card that shows a layer or the folded group it is in. */
  Optional<Part> partWith(io.thaw.network.Layer layer) {
    return parts.values().stream().filter(part -> part.layers().contains(layer)).findFirst();
  }

  /** Where a part's card lies. */
  Box box(Part part) {
    return layout.cards().get(part.id());
  }
}
