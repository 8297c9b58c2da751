package io.thaw.ui.network.diagram;

/** The colour, and the pattern, of a card. */
public enum Tone {
  /** Ice blue, plain. */
  FROZEN,
  /** Amber, hatched. */
  TRAINABLE,
  /** Both, side by side. */
  PARTLY,
  /** Green, plain. */
  NEW,
  /** No state: grey. */
  NEUTRAL,
  /** Not used any more: grey and faint. */
  GONE
}
