package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.Node;
import io.thaw.network.NodeEntry;
import io.thaw.network.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What there is to say about a part of the network, fact by fact. */
final class InspectorFacts {

  /** A caption and what stands beside it. */
  record Fact(String caption, String value) {}

  private final NetworkModel model;
  private final RowText text;

  InspectorFacts(NetworkModel model) {
    this.model = model;
    this.text = new RowText(model);
  }

  /** The facts of a part, in reading order. */
  List<Fact> of(Part part) {
    List<Fact> facts = new ArrayList<>();
    if (part instanceof Part.Single single) {
      layer(facts, single.layer());
    } else if (part instanceof Part.Group group) {
      add(facts, "Holds", text.kind(part));
      add(facts, "Takes", input(group.layers().get(0)));
    }
    if (part instanceof Part.Picture) {
      add(facts, "Size", picture());
      return facts;
    }
    add(facts, "Yields", text.output(part));
    add(facts, "Parameters", text.parameters(part));
    add(facts, "Multiply-adds", text.multiplyAdds(part));
    add(facts, "State", StateLook.of(model, part).words());
    add(facts, "Moved", moved(part));
    return facts;
  }

  private String moved(Part part) {
    OptionalDouble moved = new Measures(model).moved(part);
    return moved.isEmpty()
        ? ""
        : Measures.percent(moved.getAsDouble())
            + (part instanceof Part.Group ? " at most" : "")
            + " since the run began";
  }

  private void layer(List<Fact> facts, Layer layer) {
    add(facts, "Kind", text.kind(new Part.Single(layer)));
    add(facts, "Settings", AttributeText.of(node(layer.node())));
    add(facts, "Takes", input(layer));
    for (LayerParameter parameter : layer.parameters()) {
      network().network().indexOf(parameter.name()).stream()
          .mapToObj(network().shapes()::output)
          .flatMap(Optional::stream)
          .forEach(shape -> add(facts, role(parameter), shape(shape)));
    }
  }

  /** What a parameter does, in words. */
  static String role(LayerParameter parameter) {
    String words = parameter.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Shapes of what the layer reads besides its parameters. */
  private String input(Layer layer) {
    return node(layer.node()).inputs().stream()
        .map(NodeEntry::node)
        .filter(index -> !node(index).isVariable() || index == network().network().input())
        .flatMap(index -> network().shapes().output(index).stream())
        .map(shape -> shape(shape.rank() > 1 ? shape.withoutBatch() : shape))
        .collect(Collectors.joining(" and "));
  }

  private String picture() {
    return network()
        .shapes()
        .output(network().network().input())
        .map(shape -> shape(shape.withoutBatch()))
        .orElse("");
  }

  private static String shape(TensorShape shape) {
    return shape.sizes().stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }

  private Node node(int index) {
    return network().network().node(index);
  }

  private LoadedNetwork network() {
    return model.networkProperty().get();
  }

  private static void add(List<Fact> facts, String caption, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(caption, value));
    }
  }
}
