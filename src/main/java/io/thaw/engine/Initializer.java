package io.thaw.engine;

import io.thaw.network.InferredShapes;
import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.ParameterRole;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * New weights: normal with a deviation of {@code sqrt(2 / fan-in)} (He et al., 2015, "Delving Deep
 * into Rectifiers"); scales and running variances 1; biases, shifts and running means 0.
 */
public final class Initializer {
  private Initializer() {}

  /**
   * Random values for every parameter of a network.
   *
   * @param input shape of one sample, without the batch axis
   * @throws BadParametersException when a shape cannot be told from the graph
   */
  public static Map<String, Tensor> random(Network network, TensorShape input, long seed) {
    InferredShapes shapes = ShapeInference.infer(network, input);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Random random = new Random(seed);
    for (Layer layer : Layers.of(network).list()) {
      for (LayerParameter parameter : layer.parameters()) {
        TensorShape shape = ParameterShapes.require(network, shapes, parameter);
        tensors.computeIfAbsent(parameter.name(), name -> values(shape, parameter.role(), random));
      }
    }
    return tensors;
  }

  private static Tensor values(TensorShape shape, ParameterRole role, Random random) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    switch (role) {
      case WEIGHT -> fillNormal(values, shape, random);
      case GAMMA, RUNNING_VARIANCE -> Arrays.fill(values, 1f);
      default -> {}
    }
    return new Tensor(shape, values);
  }

  private static void fillNormal(float[] values, TensorShape shape, Random random) {
    long fanIn = shape.elements() / shape.size(0);
    double deviation = Math.sqrt(2.0 / fanIn);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
  }
}
