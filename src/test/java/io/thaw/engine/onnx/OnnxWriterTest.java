package io.thaw.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.thaw.engine.Initializer;
import io.thaw.engine.Tensor;
import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.NodeEntry;
import io.thaw.network.TensorShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and what the model file holds. */
class OnnxWriterTest {
  private static final TensorShape INPUT = TensorShape.of(4, 5, 6);

  private static OnnxModel write(Network network) {
    return OnnxWriter.write(network, Initializer.random(network, INPUT, 1), INPUT);
  }

  @ParameterizedTest
  @CsvSource({
    "Activation, act_type, mish",
    "LeakyReLU, act_type, rrelu",
    "Pooling, pool_type, sum",
    "Pooling, pooling_convention, same",
    "Pooling, layout, NHWC",
    "Dropout, mode, always",
    "Cast, dtype, float16",
    "softmax, temperature, 2.0",
    "Pad, mode, reflect",
    "Reshape, shape, '(-1, 30)'",
    "Reshape, shape, '(0, -3, -2)'",
    "mean, axis, '(0, 1)'",
    "mean, exclude, True",
    "Concat, dim, 0",
    "clip, a_min, none",
    "relu, colour, blue",
    "L2Normalization, mode, channel",
  })
  void whatHasNoExactFormIsRefusedByName(String operator, String key, String value) {
    Map<String, String> settings = new HashMap<>(Map.of("kernel", "(2, 2)", "pool_type", "max"));
    settings.keySet().removeIf(name -> !operator.equals("Pooling"));
    settings.put(key, value);
    Network network =
        new NetworkBuilder().operator("it", operator, settings, List.of("data")).build();

    assertThatThrownBy(() -> write(network))
        .isInstanceOf(UnsupportedOperatorException.class)
        .hasMessageContaining("'it'")
        .hasMessageContaining(operator);
  }

  @ParameterizedTest
  @CsvSource({"layout, NHWC", "colour, blue"})
  void settingsOfAConvolutionAreNotOverlooked(String key, String value) {
    Network network = new NetworkBuilder().convolution("c", 4, 3, 1, 1, Map.of(key, value)).build();
    Map<String, Tensor> parameters =
        Initializer.random(new NetworkBuilder().convolution("c", 4, 3, 1, 1).build(), INPUT, 1);

    assertThatThrownBy(() -> OnnxWriter.write(network, parameters, INPUT))
        .isInstanceOf(UnsupportedOperatorException.class)
        .hasMessageContaining(key + "=" + value);
  }

  /** Whether or not it could be folded. */
  @ParameterizedTest
  @CsvSource({"axis, 3", "output_mean_var, True", "colour, blue"})
  void settingsOfABatchNormalisationAreNotOverlooked(String key, String value) {
    for (String below : List.of("c", "r")) {
      Network network =
          new NetworkBuilder()
              .convolution("c", 6, 3, 1, 1)
              .relu("r")
              .operator("n", "BatchNorm", Map.of(key, value), List.of(below, "g", "b", "m", "v"))
              .build();

      assertThatThrownBy(() -> write(network))
          .isInstanceOf(UnsupportedOperatorException.class)
          .hasMessageContaining(key + "=" + value);
    }
  }

  @Test
  void onlyWhatTheHeadNeedsIsTranslated() {
    Network network =
        new NetworkBuilder()
            .relu("it")
            .operator("unknown", "SomethingNew", Map.of(), List.of("it"))
            .build();
    Network cut = new Network(network.nodes(), List.of(NodeEntry.of(1)));

    assertThat(write(cut).proto().getGraph().getNodeCount()).isEqualTo(1);
  }

  /** A network of 100 MB shall not lie on the heap several times. */
  @Test
  void largeArraysStayOutsideTheModel() {
    OnnxModel model = write(new NetworkBuilder().fullyConnected("dense", 1000).build());

    assertThat(model.proto().getSerializedSize()).isLessThan(1000);
    assertThat(model.weights())
        .extracting(OnnxModel.Weight::name)
        .containsExactly("dense_weight", "dense_bias");
    assertThat(model.weights()).allMatch(weight -> weight.values().isDirect());
    assertThat(model.proto().getGraph().getInitializerList())
        .allMatch(tensor -> tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL);
  }
}
