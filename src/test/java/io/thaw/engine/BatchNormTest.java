package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.thaw.engine.onnx.OnnxWriter;
import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.TensorShape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batch normalisation in ONNX Runtime against MXNet, folded and not. */
class BatchNormTest {
  private static final double ROUNDING = 1e-5;
  private static final TensorShape INPUT = TensorShape.of(4, 5, 6);

  private static NetworkBuilder norm(NetworkBuilder builder, Map<String, String> settings) {
    return builder.operator(
        "norm", "BatchNorm", settings, List.of(builder.top(), "g", "b", "m", "v"));
  }

  private static List<String> operators(Network network) {
    return OnnxWriter.write(network, Engines.parameters(network, INPUT, 1), INPUT)
        .proto()
        .getGraph()
        .getNodeList()
        .stream()
        .map(NodeProto::getOpType)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"True, 1e-5", "False, 1e-5", "'', 0.1", "False, ''", "False, 0.5"})
  void itAgreesBeforeAndBehindEveryKindOfLayer(String fixed, String epsilon) {
    Map<String, String> settings = new HashMap<>();
    if (!fixed.isEmpty()) {
      settings.put("fix_gamma", fixed);
    }
    if (!epsilon.isEmpty()) {
      settings.put("eps", epsilon);
    }
    Map<String, String> grouped = Map.of("num_group", "2", "no_bias", "True");
    List<NetworkBuilder> before =
        List.of(
            new NetworkBuilder(),
            new NetworkBuilder().convolution("c", 6, 3, 2, 1),
            new NetworkBuilder().convolution("c", 6, 3, 1, 0, grouped),
            new NetworkBuilder().fullyConnected("f", 7),
            new NetworkBuilder().convolution("c", 6, 3, 2, 1).relu("r"));
    for (NetworkBuilder builder : before) {
      Network network = norm(builder, settings).build();
      assertThat(Engines.difference(network, INPUT, 4)).isLessThan(ROUNDING);
    }
  }

  @Test
  void itGoesIntoTheWeightsOfTheLayerBefore() {
    Network conv = norm(new NetworkBuilder().plainConvolution("c", 6, 3, 1, 1), Map.of()).build();
    Network dense = norm(new NetworkBuilder().fullyConnected("f", 7), Map.of()).build();

    assertThat(operators(conv)).containsExactly("Conv");
    assertThat(operators(dense)).containsExactly("Flatten", "Gemm");
  }

  @Test
  void itStaysWhereTheConvolutionIsReadTwice() {
    Network network =
        norm(new NetworkBuilder().convolution("c", 6, 3, 1, 1), Map.of()).add("sum", "c").build();

    assertThat(operators(network)).containsExactly("Conv", "BatchNormalization", "Add");
    assertThat(Engines.difference(network, INPUT, 4)).isLessThan(ROUNDING);
  }

  @Test
  void itStaysBeforeAConvolution() {
    Network network =
        norm(new NetworkBuilder().convolution("c", 6, 3, 1, 1).relu("r"), Map.of())
            .relu("r2")
            .convolution("c2", 3, 1, 1, 0)
            .build();

    assertThat(operators(network))
        .containsExactly("Conv", "Relu", "BatchNormalization", "Relu", "Conv");
    assertThat(Engines.difference(network, INPUT, 4)).isLessThan(ROUNDING);
  }

  /** With {@code flatten=False} the layer's outputs lie on the last axis, not on the channels. */
  @Test
  void itStaysBehindALayerOnTheLastAxis() {
    NetworkBuilder builder =
        new NetworkBuilder()
            .operator(
                "f",
                "FullyConnected",
                Map.of("num_hidden", "4", "flatten", "False"),
                List.of("data", "f_weight", "f_bias"));
    Network network = norm(builder, Map.of()).build();

    assertThat(operators(network)).contains("MatMul", "BatchNormalization");
    assertThat(Engines.difference(network, INPUT, 4)).isLessThan(ROUNDING);
  }

  /** A weight of more than float can hold would turn zeros into something that is no number. */
  @Test
  void itStaysWhereTheWeightsWouldOverflow() {
    Network network =
        norm(new NetworkBuilder().convolution("c", 6, 3, 1, 1), Map.of("fix_gamma", "False"))
            .build();
    Map<String, Tensor> parameters = Engines.parameters(network, INPUT, 1);
    parameters.computeIfPresent("g", (name, tensor) -> filled(tensor, Float.MAX_VALUE));
    parameters.computeIfPresent("c_weight", (name, tensor) -> filled(tensor, 3f));

    assertThat(OnnxWriter.write(network, parameters, INPUT).proto().getGraph().getNodeCount())
        .isEqualTo(2);
  }

  private static Tensor filled(Tensor tensor, float value) {
    float[] values = new float[tensor.values().length];
    Arrays.fill(values, value);
    return new Tensor(tensor.shape(), values);
  }
}
