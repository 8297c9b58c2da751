package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResidualNetworksTest {
  private static final Network NETWORK = ResidualNetworks.small(List.of(32, 64, 128, 256), 200);
  private static final Layers LAYERS = Layers.of(NETWORK);

  @Test
  void eachStageButTheFirstHalvesThePicture() {
    InferredShapes shapes = ShapeInference.infer(NETWORK, TensorShape.of(3, 64, 64));

    Map<String, String> expected =
        Map.of(
            "stem_relu", "[1, 32, 32, 32]",
            "stage1_block1_relu2", "[1, 32, 32, 32]",
            "stage2_block1_relu2", "[1, 64, 16, 16]",
            "stage3_block1_relu2", "[1, 128, 8, 8]",
            "stage4_block1_relu2", "[1, 256, 4, 4]",
            "classifier_softmax", "[1, 200]");
    expected.forEach(
        (layer, shape) ->
            assertThat(shapes.output(LAYERS.require(layer).node()).orElseThrow())
                .hasToString(shape));
  }

  @Test
  void parametersAreNamedAfterTheirRole() {
    Map<ParameterRole, String> endings =
        Map.of(
            ParameterRole.WEIGHT, "_weight",
            ParameterRole.BIAS, "_bias",
            ParameterRole.GAMMA, "_gamma",
            ParameterRole.BETA, "_beta",
            ParameterRole.RUNNING_MEAN, "_running_mean",
            ParameterRole.RUNNING_VARIANCE, "_running_var");

    assertThat(LAYERS.list().stream().flatMap(layer -> layer.parameters().stream()))
        .hasSize(62)
        .allMatch(parameter -> parameter.name().endsWith(endings.get(parameter.role())));
  }

  @Test
  void onlyStagesThatChangeShapeHaveAProjection() {
    assertThat(LAYERS.list())
        .extracting(Layer::name)
        .filteredOn(name -> name.endsWith("shortcut_conv_fwd"))
        .containsExactly(
            "stage2_block1_shortcut_conv_fwd",
            "stage3_block1_shortcut_conv_fwd",
            "stage4_block1_shortcut_conv_fwd");
  }
}
