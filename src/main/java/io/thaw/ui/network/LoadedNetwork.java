package io.thaw.ui.network;

import io.thaw.network.BadNetworkException;
import io.thaw.network.BatchNormRule;
import io.thaw.network.CutPoints;
import io.thaw.network.FeatureLayer;
import io.thaw.network.FreezePlan;
import io.thaw.network.InferredShapes;
import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkCost;
import io.thaw.network.NetworkSplit;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network with all that the view says about it, worked out once.
 *
 * @param network the graph
 * @param layers its layers and groups
 * @param shapes the shape of every tensor
 * @param cost what each layer costs
 * @param cuts operators at whose output the network can be cut, in order
 * @param featureNode the operator whose output the new head reads; -1 when there is none
 * @param featureShape shape of one picture's features
 * @param parameterSizes number of values of each parameter, by name; unknown ones are missing
 * @param fixedParameters parameters that never change, even when their layer is trained
 * @param problem why it cannot be given a new head, one sentence; empty when it can
 */
public record LoadedNetwork(
    Network network,
    Layers layers,
    InferredShapes shapes,
    NetworkCost cost,
    List<Integer> cuts,
    int featureNode,
    Optional<TensorShape> featureShape,
    Map<String, Long> parameterSizes,
    Set<String> fixedParameters,
    String problem) {

  private static final FreezePlan NOTHING_FROZEN =
      new FreezePlan(Set.of(), BatchNormRule.FOLLOW_LAYER);

  public LoadedNetwork {
    cuts = List.copyOf(cuts);
    parameterSizes = Map.copyOf(parameterSizes);
    fixedParameters = Set.copyOf(fixedParameters);
  }

  /**
   * Works everything out; takes a moment for a large network.
   *
   * @param input shape of one picture, {@code [3, H, W]}
   * @throws BadNetworkException if the shapes contradict each other
   */
  public static LoadedNetwork of(Network network, TensorShape input) {
    Layers layers = Layers.of(network);
    InferredShapes shapes = ShapeInference.infer(network, input);
    Optional<NetworkSplit> open = Optional.empty();
    String problem = "";
    try {
      open = Optional.of(NetworkSplit.of(network, NOTHING_FROZEN, shapes, 2));
    } catch (BadNetworkException e) {
      problem = e.getMessage();
    }
    return new LoadedNetwork(
        network,
        layers,
        shapes,
        NetworkCost.of(network, layers, shapes),
        CutPoints.of(network),
        open.isPresent() ? FeatureLayer.find(network) : -1,
        open.map(NetworkSplit::features),
        sizes(network, layers, shapes),
        open.map(NetworkSplit::frozenParameters).orElse(Set.of()),
        problem);
  }

  private static Map<String, Long> sizes(Network network, Layers layers, InferredShapes shapes) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < network.nodes().size(); i++) {
      index.put(network.node(i).name(), i);
    }
    Map<String, Long> sizes = new HashMap<>();
    for (Layer layer : layers.list()) {
      for (LayerParameter parameter : layer.parameters()) {
        Optional<TensorShape> shape = shapes.output(index.get(parameter.name()));
        shape.ifPresent(known -> sizes.put(parameter.name(), known.elements()));
      }
    }
    return sizes;
  }

  /** Whether the layer belongs to the old classifier, which the new head replaces. */
  public boolean isReplaced(Layer layer) {
    return featureNode >= 0 && layer.node() > featureNode;
  }

  /** The layers that stay: everything up to the features. */
  public List<Layer> kept() {
    return layers.list().stream().filter(layer -> !isReplaced(layer)).toList();
  }

  /** Number of features that the new head reads, which it averages over positions. */
  Optional<Long> features() {
    return featureShape.map(
        shape -> shape.rank() == 3 ? Long.valueOf(shape.size(0)) : Long.valueOf(shape.elements()));
  }

  /** Shape of a layer's output for one picture, without the batch axis. */
  public Optional<TensorShape> output(Layer layer) {
    return shapes
        .output(layer.node())
        .map(shape -> shape.rank() > 1 ? shape.withoutBatch() : shape);
  }
}
