package io.thaw.ui.network.diagram;

/** What a diagram's cards show, by their ids. */
public interface Cards {
  /** All that a card shows; asked only for cards that can be read. */
  CardFace face(String id);

  /** The colour of a card alone, which every card is asked for at every change. */
  Tone tone(String id);
}
