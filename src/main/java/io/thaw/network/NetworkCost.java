package io.thaw.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * What each layer of a network and all of them together cost for one picture.
 *
 * <p>Multiply-adds follow the usual convention of papers: a convolution or fully connected layer
 * needs one per weight that each output value reads (the bias is not counted); normalisations and
 * elementwise products need one per output value; sums, activations and pooling none.
 *
 * @param layers one cost per layer, in the order of {@link Layers#list()}; a parameter that several
 *     layers share counts in each
 * @param total the sums, shared parameters once; unknown as soon as one summand is
 */
public record NetworkCost(List<LayerCost> layers, LayerCost total) {
  private static final int BYTES_PER_VALUE = 4;

  public NetworkCost {
    layers = List.copyOf(layers);
  }

  /** The cost of each layer. */
  public static NetworkCost of(Network network, Layers layers, InferredShapes shapes) {
    Map<String, Integer> variables = variables(network);
    List<LayerCost> costs = new ArrayList<>();
    for (Layer layer : layers.list()) {
      OptionalLong parameters = parameters(variables, layer.parameters(), shapes, new HashSet<>());
      costs.add(cost(network.node(layer.node()), parameters, shapes.output(layer.node()), shapes));
    }
    List<LayerParameter> all =
        layers.list().stream().flatMap(layer -> layer.parameters().stream()).toList();
    LayerCost total =
        new LayerCost(
            parameters(variables, all, shapes, new HashSet<>()),
            sum(costs, LayerCost::multiplyAdds),
            sum(costs, LayerCost::activationBytes));
    return new NetworkCost(costs, total);
  }

  /** The cost of one of the layers. */
  public LayerCost of(Layer layer) {
    return layers.get(layer.index());
  }

  private static LayerCost cost(
      Node node, OptionalLong parameters, Optional<TensorShape> output, InferredShapes shapes) {
    List<TensorShape> inputs =
        node.inputs().stream().flatMap(input -> shapes.output(input.node()).stream()).toList();
    Optional<Operator> operator = Operators.find(node);
    boolean known =
        operator.isPresent() && output.isPresent() && inputs.size() == node.inputs().size();
    OptionalLong multiplyAdds =
        known
            ? OptionalLong.of(operator.get().multiplyAdds().apply(inputs, output.get()))
            : OptionalLong.empty();
    OptionalLong bytes =
        output
            .map(shape -> OptionalLong.of(shape.elements() * BYTES_PER_VALUE))
            .orElse(OptionalLong.empty());
    return new LayerCost(parameters, multiplyAdds, bytes);
  }

  /** Index of each variable, by name. */
  private static Map<String, Integer> variables(Network network) {
    Map<String, Integer> variables = new HashMap<>();
    for (int i = 0; i < network.nodes().size(); i++) {
      variables.put(network.node(i).name(), i);
    }
    return variables;
  }

  private static OptionalLong parameters(
      Map<String, Integer> variables,
      List<LayerParameter> parameters,
      InferredShapes shapes,
      Set<String> seen) {
    long sum = 0;
    for (LayerParameter parameter : parameters) {
      Optional<TensorShape> shape = shapes.output(variables.get(parameter.name()));
      if (shape.isEmpty()) {
        return OptionalLong.empty();
      }
      sum += seen.add(parameter.name()) ? shape.get().elements() : 0;
    }
    return OptionalLong.of(sum);
  }

  private static OptionalLong sum(List<LayerCost> costs, Function<LayerCost, OptionalLong> part) {
    List<OptionalLong> parts = costs.stream().map(part).toList();
    return parts.stream().allMatch(OptionalLong::isPresent)
        ? OptionalLong.of(parts.stream().mapToLong(OptionalLong::getAsLong).sum())
        : OptionalLong.empty();
  }
}
