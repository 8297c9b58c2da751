package io.thaw.ui.network;

import javafx.css.PseudoClass;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** How a row's state looks and what is said about it. */
enum StateLook {
  FROZEN(Material2AL.AC_UNIT, "frozen", "Frozen: training changes nothing here. Click to train."),
  TRAINABLE(
      Material2MZ.WHATSHOT,
      "trainable",
      "Trainable: this learns from your images. Click to freeze."),
  PARTLY(
      Material2MZ.TONALITY,
      "partly frozen",
      "Partly frozen: some layers in this group are trained. Click to freeze them all."),
  NOTHING(Material2MZ.REMOVE, "nothing to freeze", "This has no parameters, nothing to freeze."),
  REPLACED(
      Material2AL.CLOSE,
      "replaced by the new head",
      "Part of the old classifier, which the new head replaces."),
  HEAD(
      Material2AL.CALL_SPLIT,
      "new, always trained",
      "The new last layer, which tells your classes apart; it is always trained.");

  private final Ikon icon;
  private final String words;
  private final String explanation;
  private final PseudoClass pseudoClass;

  StateLook(Ikon icon, String words, String explanation) {
    this.icon = icon;
    this.words = words;
    this.explanation = explanation;
    this.pseudoClass = PseudoClass.getPseudoClass(name().toLowerCase(java.util.Locale.ROOT));
  }

  static StateLook of(NetworkModel model, Part row) {
    return row instanceof Part.Head
        ? HEAD
        : row instanceof Part.Picture ? NOTHING : valueOf(model.stateOf(row.layers()).name());
  }

  Ikon icon() {
    return icon;
  }

  String words() {
    return words;
  }

  String explanation() {
    return explanation;
  }

  PseudoClass pseudoClass() {
    return pseudoClass;
  }

  boolean clickable() {
    return this == FROZEN || this == TRAINABLE || this == PARTLY;
  }
}
