package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.network.LayerGroup;
import io.thaw.network.NodeEntry;
import io.thaw.ui.network.diagram.Card;
import io.thaw.ui.network.diagram.DiagramGraph;
import io.thaw.ui.network.diagram.Frame;
import io.thaw.ui.network.diagram.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A network as a diagram: a card for each layer and each folded group, a frame around what an
 * unfolded group holds, links where one reads what the other yields.
 *
 * @param graph cards, frames and links
 * @param parts what each card stands for, by the card's id, in layer order
 */
record NetworkGraph(DiagramGraph graph, Map<String, Part> parts) {
  static final double CARD_WIDTH = 264;
  static final double CARD_HEIGHT = 52;

  /** No network. */
  static final NetworkGraph EMPTY = new NetworkGraph(DiagramGraph.EMPTY, Map.of());

  NetworkGraph {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /**
   * The diagram of a network.
   *
   * @param unfolded paths of the groups that show what they hold
   */
  static NetworkGraph of(LoadedNetwork network, Set<List<String>> unfolded) {
    return new Builder(network, unfolded).build();
  }

  /** Collects cards on the way through the groups. */
  private static final class Builder {
    private final LoadedNetwork network;
    private final Set<List<String>> unfolded;
    private final List<Frame> frames = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<Integer, String> cardOfNode = new HashMap<>();

    Builder(LoadedNetwork network, Set<List<String>> unfolded) {
      this.network = network;
      this.unfolded = unfolded;
    }

    NetworkGraph build() {
      add(new Part.Picture(), "");
      cardOfNode.put(network.network().input(), new Part.Picture().id());
      addGroup(network.layers().root(), List.of(), "");
      if (network.featureNode() >= 0) {
        add(new Part.Head(), "");
      }
      return new NetworkGraph(new DiagramGraph(frames, cards, links()), parts);
    }

    private void addGroup(LayerGroup group, List<String> path, String frame) {
      Map<Integer, Runnable> inOrder = new java.util.TreeMap<>();
      for (Layer layer : group.layers()) {
        inOrder.put(layer.index(), () -> addLayer(layer, frame));
      }
      for (LayerGroup inner : group.groups()) {
        List<String> innerPath = Stream.concat(path.stream(), Stream.of(inner.name())).toList();
        List<Layer> layers = inner.allLayers();
        inOrder.put(layers.get(0).index(), () -> addInner(inner, innerPath, layers, frame));
      }
      inOrder.values().forEach(Runnable::run);
    }

    private void addInner(LayerGroup group, List<String> path, List<Layer> layers, String frame) {
      Part part = new Part.Group(group, path, layers);
      if (unfolded.contains(path)) {
        frames.add(new Frame(part.id(), frame, group.title()));
        addGroup(group, path, part.id());
      } else {
        add(part, frame);
        layers.forEach(layer -> cardOfNode.put(layer.node(), part.id()));
      }
    }

    private void addLayer(Layer layer, String frame) {
      Part part = new Part.Single(layer);
      add(part, frame);
      cardOfNode.put(layer.node(), part.id());
    }

    private void add(Part part, String frame) {
      cards.add(new Card(part.id(), frame, CARD_WIDTH, CARD_HEIGHT));
      parts.put(part.id(), part);
    }

    private List<Link> links() {
      Set<Link> links = new LinkedHashSet<>();
      for (Layer layer : network.layers().list()) {
        String to = cardOfNode.get(layer.node());
        for (NodeEntry input : network.network().node(layer.node()).inputs()) {
          String from = cardOfNode.get(input.node());
          if (from != null && !from.equals(to)) {
            links.add(new Link(from, to));
          }
        }
      }
      if (network.featureNode() >= 0) {
        links.add(new Link(cardOfNode.get(network.featureNode()), new Part.Head().id()));
      }
      return List.copyOf(links);
    }
  }
}
