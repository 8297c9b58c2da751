package io.thaw.ui.network.diagram;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything lies.
 *
 * @param graph what was laid out
 * @param cards box of every card, by id, in the graph's order
 * @param frames box of every frame, by id, outer ones first
 * @param routes of the links
 * @param width of the whole diagram
 * @param height of the whole diagram
 */
public record DiagramLayout(
    DiagramGraph graph,
    Map<String, Box> cards,
    Map<String, Box> frames,
    List<Route> routes,
    double width,
    double height) {

  /** Nothing. */
  public static final DiagramLayout EMPTY =
      new DiagramLayout(DiagramGraph.EMPTY, Map.of(), Map.of(), List.of(), 0, 0);

  public DiagramLayout {
    cards = Collections.unmodifiableMap(new LinkedHashMap<>(cards));
    frames = Collections.unmodifiableMap(new LinkedHashMap<>(frames));
    routes = List.copyOf(routes);
  }

  /** The card at a point. */
  public Optional<String> cardAt(double x, double y) {
    return cards.entrySet().stream()
        .filter(card -> card.getValue().contains(x, y))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The innermost frame at a point. */
  public Optional<String> frameAt(double x, double y) {
    return frames.entrySet().stream()
        .filter(frame -> frame.getValue().contains(x, y))
        .map(Map.Entry::getKey)
        .reduce((outer, inner) -> inner);
  }

  /** Whether there is nothing to see. */
  public boolean isEmpty() {
    return cards.isEmpty();
  }
}
