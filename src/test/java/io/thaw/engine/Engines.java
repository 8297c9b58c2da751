package io.thaw.engine;

import io.thaw.network.InferredShapes;
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
import java.util.SplittableRandom;

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

  /**
   * The largest relative differences from single operators in MXNet.
   *
   * @param ort of ONNX Runtime
   * @param fused of fused operators in MXNet
   */
  record Differences(double ort, double fused) {}

  /** Both differences; one runner after the other, as large networks need much memory. */
  static Differences differences(
      Network network, TensorShape input, Map<String, Tensor> parameters) {
    TensorShape output = output(network, input);
    try (EngineSession session = EngineSession.open(1)) {
      FloatBuffer single =
          features(MxFrozenRunner.unfused(session, network, parameters, input, output), input);
      FloatBuffer fused =
          features(new MxFrozenRunner(session, network, parameters, input, output), input);
      FloatBuffer ort = features(new OrtFrozenRunner(network, parameters, input, output), input);
      return new Differences(
          PrefixAgreement.difference(ort, single), PrefixAgreement.difference(fused, single));
    }
  }

  private static FloatBuffer features(FrozenRunner runner, TensorShape input) {
    try (runner) {
      return PrefixAgreement.features(runner, pictures(input, 1), COUNT);
    }
  }

  static TensorShape output(Network network, TensorShape input) {
    int head = network.heads().get(0).node();
    return ShapeInference.infer(network, input).output(head).orElseThrow().withoutBatch();
  }

  /**
   * Random values; nothing is 0 or 1 that could hide an input which is left out. The variances keep
   * residual networks from growing layer by layer, which blows rounding up.
   */
  static Map<String, Tensor> parameters(Network network, TensorShape input, long seed) {
    InferredShapes shapes = ShapeInference.infer(network, input);
    Map<String, Tensor> parameters = new HashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (Layer layer : Layers.of(network).list()) {
      for (LayerParameter parameter : layer.parameters()) {
        TensorShape shape = ParameterShapes.require(network, shapes, parameter);
        parameters.computeIfAbsent(
            parameter.name(), name -> new Tensor(shape, values(shape, parameter.role(), random)));
      }
    }
    return parameters;
  }

  /** Weights as wide as {@link Initializer}'s, but not normal, which is slow for large networks. */
  private static float[] values(TensorShape shape, ParameterRole role, SplittableRandom random) {
    double limit = Math.sqrt(6.0 * shape.size(0) / shape.elements());
    double from =
        switch (role) {
          case WEIGHT -> -limit;
          case RUNNING_VARIANCE -> 5;
          case GAMMA -> 1.1;
          default -> 0.1;
        };
    double width = role == ParameterRole.WEIGHT ? 2 * limit : 0.5;
    float[] values = new float[Math.toIntExact(shape.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (from + width * random.nextDouble());
    }
    return values;
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
