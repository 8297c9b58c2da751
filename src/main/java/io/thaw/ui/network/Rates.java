package io.thaw.ui.network;

import io.thaw.network.Layer;
import java.util.List;
import java.util.OptionalDouble;

/** Learning-rate multipliers as the network view writes them. */
final class Rates {
  private Rates() {}

  /** The multiplier that all layers of a part have; empty when they differ, or hold nothing. */
  static OptionalDouble common(NetworkModel model, List<Layer> layers) {
    List<Double> rates =
        layers.stream()
            .filter(layer -> layer.hasParameters())
            .filter(layer -> !model.networkProperty().get().isReplaced(layer))
            .map(model::rate)
            .distinct()
            .toList();
    return rates.size() == 1 ? OptionalDouble.of(rates.get(0)) : OptionalDouble.empty();
  }

  /** {@code ×0.1}; empty for 0 and 1, a word where layers of a group differ. */
  static String text(NetworkModel model, Part part) {
    List<Layer> special =
        part.layers().stream()
            .filter(layer -> model.rate(layer) != 0 && model.rate(layer) != 1)
            .toList();
    if (special.isEmpty()) {
      return "";
    }
    OptionalDouble common = common(model, part.layers());
    return common.isPresent() ? text(common.getAsDouble()) : "mixed ×";
  }

  /** {@code ×0.1}. */
  static String text(double rate) {
    String number = String.valueOf(rate);
    return "×" + (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number);
  }
}
