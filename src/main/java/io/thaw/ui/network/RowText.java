package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.network.LayerCost;
import io.thaw.network.TensorShape;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the columns of the layer list say about a row. */
final class RowText {
  private final NetworkModel model;

  RowText(NetworkModel model) {
    this.model = model;
  }

  String name(Part row) {
    if (row instanceof Part.Group group) {
      return group.group().title();
    }
    if (row instanceof Part.Single single) {
      return single.layer().name();
    }
    int classes = model.classCountProperty().get();
    return classes > 0 ? "New head: " + classes + " classes" : "New head";
  }

  String kind(Part row) {
    if (row instanceof Part.Group group) {
      int count = group.layers().size();
      return count == 1 ? "1 layer" : count + " layers";
    }
    if (row instanceof Part.Single single) {
      return model.stateOf(single.layer()) == LayerState.REPLACED
          ? "Replaced by the new head"
          : single.layer().kind();
    }
    return model.classCountProperty().get() > 0 ? "Fully connected" : "Waits for your images";
  }

  String output(Part row) {
    if (row instanceof Part.Head) {
      int classes = model.classCountProperty().get();
      return classes > 0 ? String.valueOf(classes) : "–";
    }
    List<Layer> layers = row.layers();
    return network().output(layers.get(layers.size() - 1)).map(RowText::shape).orElse("unknown");
  }

  private static String shape(TensorShape shape) {
    return shape.sizes().stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }

  String parameters(Part row) {
    if (row instanceof Part.Head) {
      return Quantities.parameters(OptionalLong.of(model.headParametersProperty().get()));
    }
    return Quantities.parameters(sum(row, LayerCost::parameters));
  }

  String multiplyAdds(Part row) {
    if (row instanceof Part.Head) {
      long classes = model.classCountProperty().get();
      return Quantities.multiplyAdds(
          OptionalLong.of(Math.max(0, model.headParametersProperty().get() - classes)));
    }
    return Quantities.multiplyAdds(sum(row, LayerCost::multiplyAdds));
  }

  private OptionalLong sum(Part row, Function<LayerCost, OptionalLong> part) {
    long sum = 0;
    for (Layer layer : row.layers()) {
      OptionalLong value = part.apply(network().cost().of(layer));
      if (value.isEmpty()) {
        return value;
      }
      sum += value.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  private LoadedNetwork network() {
    return model.networkProperty().get();
  }
}
