package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.mxnet.engine.Symbol;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** MXNet's own shape inference, to compare ours with. */
final class EngineShapes {
  private EngineShapes() {}

  /** Compares the shape of each node, parameters included. */
  static void assertSameAsEngine(Network network, TensorShape picture) {
    InferredShapes inferred = ShapeInference.infer(network, picture);
    Map<String, String> ours = new LinkedHashMap<>();
    for (int i = 0; i < network.nodes().size(); i++) {
      ours.put(
          network.node(i).name(), inferred.output(i).map(TensorShape::toString).orElse("unknown"));
    }
    assertThat(ours).isEqualTo(engineShapes(network, picture));
  }

  private static Map<String, String> engineShapes(Network network, TensorShape picture) {
    try (NDManager manager = Engine.getEngine("MXNet").newBaseManager(Device.cpu());
        Symbol symbol = Symbol.loadJson((MxNDManager) manager, SymbolJson.write(network));
        Symbol internals = symbol.getInternals()) {
      long[] input = picture.withBatch(1).sizes().stream().mapToLong(Integer::longValue).toArray();
      PairList<String, Shape> given = new PairList<>();
      given.add(network.inputName(), new Shape(input));
      Map<String, Shape> shapes = internals.inferShape(given);
      Map<String, String> named = new LinkedHashMap<>();
      for (Node node : network.nodes()) {
        String output = node.isVariable() ? node.name() : node.name() + "_output";
        named.put(node.name(), text(shapes.get(output)));
      }
      return named;
    }
  }

  private static String text(Shape shape) {
    return shape == null
        ? "not inferred"
        : Arrays.toString(IntStream.range(0, shape.dimension()).mapToLong(shape::get).toArray());
  }
}
