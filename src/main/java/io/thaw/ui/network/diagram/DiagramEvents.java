package io.thaw.ui.network.diagram;

/** What the user does in a diagram. */
public interface DiagramEvents {

  /** How a click adds to what is selected. */
  enum Choice {
    /** Selects this card and no other. */
    ONLY,
    /** Adds this card, or takes it away. */
    TOGGLE,
    /** Selects all cards from the one clicked before to this one. */
    RANGE
  }

  /** A card was clicked. */
  void select(String card, Choice choice);

  /** The empty space was clicked. */
  void selectNothing();

  /** The icon of a card was clicked; with {@code range}, of all cards from the one before on. */
  void toggle(String card, boolean range);

  /** A folded card is to be unfolded, or a frame to be folded. */
  void fold(String cardOrFrame);

  /**
   * The line that can be dragged is at another place.
   *
   * @param y in the diagram's pixels
   * @param released whether it was let go there
   */
  void dragLine(double y, boolean released);

  /** A menu is wanted at a place of the screen. */
  void menu(double screenX, double screenY);
}
