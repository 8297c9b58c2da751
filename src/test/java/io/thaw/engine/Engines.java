package io.thaw.engine;

import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.ParameterRole;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The same network with the same numbers in both engines. */
final class Engines {
  static final int COUNT = 3;

  private Engines() {}

  /** The largest relative difference of ONNX Runtime from MXNet without fused operators. */
  static double difference(Network network, TensorShape input, long seed) {
    return difference(network, network, input, seed);
  }

  /** The same for a network that MXNet shall compute in another form. */
  static double difference(Network network, Network inMxnet, TensorShape input, long seed) {
    return difference(network, inMxnet, input, parameters(network, input, seed));
  }

  /** The same with given parameters, among which there may be more than needed. */
  static double difference(
      Network network, Network inMxnet, TensorShape input, Map<String, Tensor> parameters) {
    TensorShape output = output(network, input);
    try (EngineSession session = EngineSession.open(1);
        FrozenRunner mxnet = MxFrozenRunner.unfused(session, inMxnet, parameters, input, output);
        FrozenRunner ort = new OrtFrozenRunner(network, parameters, input, output)) {
      return PrefixAgreement.difference(ort, mxnet, pictures(input, 1), COUNT);
    }
  }

  /** The largest relative difference of fused operators in MXNet from single ones. */
  static double fusedDifference(
      Network network, TensorShape input, Map<String, Tensor> parameters) {
    TensorShape output = output(network, input);
    try (EngineSession session = EngineSession.open(1);
        FrozenRunner single = MxFrozenRunner.unfused(session, network, parameters, input, output);
        FrozenRunner fused = new MxFrozenRunner(session, network, parameters, input, output)) {
      return PrefixAgreement.difference(fused, single, pictures(input, 1), COUNT);
    }
  }

  static TensorShape output(Network network, TensorShape input) {
    int head = network.heads().get(0).node();
    return ShapeInference.infer(network, input).output(head).orElseThrow().withoutBatch();
  }

  /**
   * Random weights; nothing is 0 or 1 that could hide an input which is left out. The variances
   * keep residual networks from growing layer by layer, which blows rounding up.
   */
  static Map<String, Tensor> parameters(Network network, TensorShape input, long seed) {
    Map<String, Tensor> parameters = new HashMap<>(Initializer.random(network, input, seed));
    Random random = new Random(seed);
    for (Layer layer : Layers.of(network).list()) {
      for (LayerParameter parameter : layer.parameters()) {
        float from = parameter.role() == ParameterRole.RUNNING_VARIANCE ? 4 : 0.1f;
        parameters.computeIfPresent(
            parameter.name(),
            (name, tensor) -> tensor.shape().rank() == 1 ? shifted(tensor, from, random) : tensor);
      }
    }
    return parameters;
  }

  private static Tensor shifted(Tensor tensor, float from, Random random) {
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += from + 0.5f * random.nextFloat();
    }
    return new Tensor(tensor.shape(), values);
  }

  static FloatBuffer pictures(TensorShape input, long seed) {
    FloatBuffer pictures = DirectFloats.allocate(COUNT * input.elements());
    Random random = new Random(seed);
    for (int i = 0; i < pictures.capacity(); i++) {
      pictures.put(i, (float) (2 * random.nextGaussian()));
    }
    return pictures;
  }
}
