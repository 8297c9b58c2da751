package io.thaw.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our operator table against MXNet's own shape inference. */
class EngineShapesTest {

  @Test
  void ourResidualNetworksHaveTheEnginesShapes() {
    Network network = ResidualNetworks.small(List.of(32, 64, 128, 256), 10);

    EngineShapes.assertSameAsEngine(network, TensorShape.of(3, 64, 64));
    EngineShapes.assertSameAsEngine(network, TensorShape.of(3, 75, 97));
  }

  @Test
  void theEngineLoadsEveryPartOfASplit() {
    Network network = ResidualNetworks.small(List.of(8, 16, 24), 10);
    FreezePlan plan = FreezeSpec.parse("until:stage2_block1_relu1").resolve(Layers.of(network));

    NetworkSplit split = NetworkSplit.of(network, plan, TensorShape.of(3, 64, 64), 4);

    EngineShapes.assertSameAsEngine(split.prefix(), TensorShape.of(3, 64, 64));
    EngineShapes.assertSameAsEngine(split.tail(), split.boundary());
    EngineShapes.assertSameAsEngine(split.whole(), TensorShape.of(3, 64, 64));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 10, 13})
  void windowsOfEverySettingHaveTheEnginesShapes(int size) {
    Map<String, String> pool = Map.of("kernel", "(3, 3)", "stride", "(2, 2)", "pool_type", "max");
    NetworkBuilder builder = new NetworkBuilder();
    for (String convention : List.of("valid", "full")) {
      for (String pad : List.of("(0, 0)", "(1, 1)")) {
        Map<String, String> settings = new TreeMap<>(pool);
        settings.putAll(Map.of("pooling_convention", convention, "pad", pad));
        builder.operator("pool_" + convention + pad, "Pooling", settings, List.of("data"));
        builder.convolution("conv_" + convention + pad, 6, 3, 2, 1, Map.of("dilate", "(2, 1)"));
        builder.globalPool("all_" + convention + pad).from("data");
      }
    }
    builder
        .convolution("grouped", 8, 3, 1, 0, Map.of("num_group", "4", "no_bias", "True"))
        .operator(
            "transposed",
            "Deconvolution",
            Map.of(
                "kernel",
                "(3, 3)",
                "stride",
                "(2, 2)",
                "pad",
                "(1, 1)",
                "adj",
                "(1, 1)",
                "num_filter",
                "6",
                "num_group",
                "2"),
            List.of("grouped", "transposed_weight"))
        .operator(
            "adaptive",
            "_contrib_AdaptiveAvgPooling2D",
            Map.of("output_size", "(2, 3)"),
            List.of("transposed"));

    EngineShapes.assertSameAsEngine(all(builder.build()), TensorShape.of(4, size, size + 1));
  }

  @Test
  void theOtherOperatorsHaveTheEnginesShapes() {
    NetworkBuilder builder =
        new NetworkBuilder()
            .convolution("c_fwd", 6, 3, 1, 1)
            .operator("leaky", "LeakyReLU", Map.of("act_type", "leaky"), List.of("c_fwd"))
            .operator("prelu", "LeakyReLU", Map.of("act_type", "prelu"), List.of("leaky", "slopes"))
            .batchNorm("bn_fwd")
            .operator("gate", "_contrib_AdaptiveAvgPooling2D", Map.of(), List.of("bn_fwd"))
            .operator("gated", "broadcast_mul", Map.of(), List.of("bn_fwd", "gate"))
            .add("sum", "bn_fwd")
            .operator("half", "_mul_scalar", Map.of("scalar", "0.5"), List.of("sum"))
            .concat("both", "sum", "gated")
            .operator("clipped", "clip", Map.of("a_min", "0", "a_max", "6"), List.of("both"))
            .operator(
                "padded",
                "Pad",
                Map.of("mode", "constant", "pad_width", "(0,0,0,0,1,2,3,4)"),
                List.of("clipped"))
            .dropout("dropped", 0.5)
            .operator("mean", "mean", Map.of("axis", "(2, 3)"), List.of("dropped"))
            .operator("kept", "mean", Map.of("axis", "2", "keepdims", "True"), List.of("dropped"))
            .operator("reshaped", "Reshape", Map.of("shape", "(0, 3, -1)"), List.of("dropped"))
            .operator("ln", "LayerNorm", Map.of("axis", "-1"), List.of("reshaped", "ln_g", "ln_b"))
            .operator(
                "rows",
                "FullyConnected",
                Map.of("num_hidden", "7", "flatten", "False"),
                List.of("ln", "rows_w", "rows_b"))
            .flatten("flat")
            .fullyConnected("f_fwd", 9)
            .operator("out", "SoftmaxOutput", Map.of(), List.of("f_fwd", "softmax_label"));

    EngineShapes.assertSameAsEngine(all(builder.build()), TensorShape.of(3, 5, 6));
  }

  /** MXNet leaves out what no head needs, so every operator becomes a head. */
  private static Network all(Network network) {
    return new Network(
        network.nodes(),
        Layers.of(network).list().stream().map(layer -> NodeEntry.of(layer.node())).toList());
  }
}
