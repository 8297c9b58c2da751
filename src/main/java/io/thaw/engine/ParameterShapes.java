package io.thaw.engine;

import io.thaw.network.InferredShapes;
import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import java.util.Map;
import java.util.Optional;

/** Compares parameters with the shapes that the graph asks for. */
public final class ParameterShapes {
  private ParameterShapes() {}

  /**
   * Checks that every parameter of the network is there and has the right shape.
   *
   * @param input shape of one sample, without the batch axis
   * @throws BadParametersException naming the first parameter that is missing or does not fit
   */
  public static void requireFit(Network network, TensorShape input, Map<String, Tensor> tensors) {
    InferredShapes shapes = ShapeInference.infer(network, input);
    for (Layer layer : Layers.of(network).list()) {
      for (LayerParameter parameter : layer.parameters()) {
        Tensor tensor = tensors.get(parameter.name());
        if (tensor == null) {
          throw new BadParametersException(
              "The parameters do not fit the network: '" + parameter.name() + "' is missing.");
        }
        Optional<TensorShape> wanted = shape(network, shapes, parameter);
        if (wanted.isPresent() && !wanted.get().equals(tensor.shape())) {
          throw new BadParametersException(
              "The parameters do not fit the network: '%s' has shape %s, the network needs %s."
                  .formatted(parameter.name(), tensor.shape(), wanted.get()));
        }
      }
    }
  }

  static TensorShape require(Network network, InferredShapes shapes, LayerParameter parameter) {
    return shape(network, shapes, parameter)
        .orElseThrow(
            () ->
                new BadParametersException(
                    "The shape of '" + parameter.name() + "' cannot be told from the network."));
  }

  private static Optional<TensorShape> shape(
      Network network, InferredShapes shapes, LayerParameter parameter) {
    return shapes.output(network.indexOf(parameter.name()).orElseThrow());
  }
}
