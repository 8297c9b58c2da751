package io.thaw.ui.network.diagram;

import javafx.scene.paint.Color;

/** The colours of a diagram. */
record Palette(
    Color text,
    Color muted,
    Color line,
    Color surface,
    Color sunken,
    Color accent,
    Color frozen,
    Color frozenSubtle,
    Color trainable,
    Color trainableSubtle,
    Color head,
    Color headSubtle) {

  /** The strong colour of a state. */
  Color strong(Tone tone) {
    return switch (tone) {
      case FROZEN -> frozen;
      case TRAINABLE, PARTLY -> trainable;
      case NEW -> head;
      case NEUTRAL, GONE -> muted;
    };
  }

  /** The soft colour of a state, to write on. */
  Color soft(Tone tone) {
    return switch (tone) {
      case FROZEN, PARTLY -> frozenSubtle;
      case TRAINABLE -> trainableSubtle;
      case NEW -> headSubtle;
      case NEUTRAL -> surface;
      case GONE -> sunken;
    };
  }
}
