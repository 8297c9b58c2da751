package io.thaw.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out a {@link NetworkSplit}. */
final class Splitter {
  private final Network source;
  private final BatchNorms batchNorms;
  private final FreezePlan plan;
  private final Layers layers;
  private final int input;
  private final int features;

  Splitter(Network source, FreezePlan plan) {
    this.source = source;
    this.plan = plan;
    this.batchNorms = new BatchNorms(plan);
    this.layers = Layers.of(source);
    this.input = source.input();
    this.features = FeatureLayer.find(source);
  }

  NetworkSplit split(InferredShapes shapes, int classes) {
    int boundary = boundary();
    Network body = new Subgraph(source, input).until(features);
    Network prefix = new Subgraph(source, input).until(boundary);
    Network suffix = new Subgraph(source, boundary).until(features);
    TensorShape featureShape = sampleShape(shapes, features);
    Head head = Head.of(featureShape, classes, body);
    Network tail = head.logits(batchNorms.prepare(suffix));
    Network whole = head.probabilities(body);

    Set<String> tailParameters = parameters(tail);
    Roles roles = roles(parameters(whole), head);
    return new NetworkSplit(
        prefix,
        boundary == input ? Optional.empty() : Optional.of(source.node(boundary).name()),
        sampleShape(shapes, boundary),
        featureShape,
        tail,
        whole,
        roles.frozen(),
        roles.trainable(),
        roles.adapted(),
        parameters(prefix),
        tailParameters,
        head.parameters());
  }

  /** The last single tensor at or before the features that only fixed layers are needed for. */
  private int boundary() {
    int boundary = input;
    for (int cut : CutPoints.of(source)) {
      if (cut > features || !allFixed(new Subgraph(source, input).until(cut))) {
        break;
      }
      boundary = cut;
    }
    return boundary;
  }

  private boolean allFixed(Network part) {
    return part.nodes().stream()
        .filter(node -> !node.isVariable())
        .allMatch(node -> batchNorms.isFixed(layers.require(node.name()), node));
  }

  private TensorShape sampleShape(InferredShapes shapes, int node) {
    return shapes
        .output(node)
        .orElseThrow(
            () ->
                new BadNetworkException(
                    "The shape of '"
                        + source.node(node).name()
                        + "' is not known, because an operator before it is not known."))
        .withoutBatch();
  }

  private static Set<String> parameters(Network network) {
    return Layers.of(network).list().stream()
        .flatMap(layer -> layer.parameters().stream())
        .map(LayerParameter::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Each parameter of the result in exactly one of three sets. */
  private record Roles(Set<String> frozen, Set<String> trainable, Set<String> adapted) {}

  private Roles roles(Set<String> all, Head head) {
    Set<String> frozen = new LinkedHashSet<>();
    Set<String> trainable = new LinkedHashSet<>();
    Set<String> adapted = new LinkedHashSet<>();
    for (Layer layer : layers.list()) {
      for (LayerParameter parameter : layer.parameters()) {
        setFor(layer, parameter, List.of(frozen, trainable, adapted)).add(parameter.name());
      }
    }
    // The old classifier may have had the new head's names: then its fate says nothing.
    frozen.removeAll(head.parameters());
    trainable.addAll(head.parameters());
    List.of(frozen, trainable, adapted).forEach(set -> set.retainAll(all));
    // A parameter that a frozen layer shares with a trainable one must not change.
    trainable.removeAll(frozen);
    adapted.removeAll(frozen);
    return new Roles(frozen, trainable, adapted);
  }

  private Set<String> setFor(Layer layer, LayerParameter parameter, List<Set<String>> sets) {
    Node node = source.node(layer.node());
    if (!parameter.role().learnable()) {
      return batchNorms.adapts(layer, node) ? sets.get(2) : sets.get(0);
    }
    boolean fixed = plan.isFrozen(layer) || BatchNorms.isFixedScale(parameter, node);
    return fixed ? sets.get(0) : sets.get(1);
  }
}
