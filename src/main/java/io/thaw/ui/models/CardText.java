package io.thaw.ui.models;

import io.thaw.catalogue.ModelCard;
import io.thaw.ui.common.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** What the card says about a model, in words. */
final class CardText {
  private static final int NAMED_CLASSES = 3;

  private CardText() {}

  static String input(ModelCard card) {
    return card.input().width() + " × " + card.input().height() + " pixels";
  }

  static String parameters(ModelCard card) {
    String count =
        card.parameters().isPresent() ? Figures.count(card.parameters().getAsLong()) : "not known";
    return card.parameterFile().isPresent() ? count : count + " (no weight file)";
  }

  /** The number of classes and the first few, for example {@code 200 classes: tench, eft, …}. */
  static String classes(ModelCard card) {
    List<String> names = card.classes();
    if (names.isEmpty()) {
      return "not stated";
    }
    int named = Math.min(NAMED_CLASSES, names.size());
    return Figures.count(names.size())
        + " classes: "
        + names.stream().limit(named).map(CardText::firstName).collect(Collectors.joining(", "))
        + (named < names.size() ? ", …" : "");
  }

  /** ImageNet's lists give all names of a thing, as in {@code tench, Tinca tinca}. */
  private static String firstName(String names) {
    return names.split(",")[0].strip();
  }
}
