package io.thaw.ui.network.diagram;

import java.util.List;

/**
 * What there is to lay out.
 *
 * @param frames outer ones before those inside
 * @param cards in reading order, which the layout keeps where it can
 * @param links each between two of the cards, none twice, without cycles
 */
public record DiagramGraph(List<Frame> frames, List<Card> cards, List<Link> links) {

  /** Nothing. */
  public static final DiagramGraph EMPTY = new DiagramGraph(List.of(), List.of(), List.of());

  public DiagramGraph {
    frames = List.copyOf(frames);
    cards = List.copyOf(cards);
    links = List.copyOf(links);
  }
}
