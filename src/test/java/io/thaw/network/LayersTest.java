package io.thaw.network;

import static io.thaw.network.ParameterRole.BETA;
import static io.thaw.network.ParameterRole.BIAS;
import static io.thaw.network.ParameterRole.GAMMA;
import static io.thaw.network.ParameterRole.OTHER;
import static io.thaw.network.ParameterRole.RUNNING_MEAN;
import static io.thaw.network.ParameterRole.RUNNING_VARIANCE;
import static io.thaw.network.ParameterRole.WEIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayersTest {

  @Test
  void rolesComeFromThePlaceAmongTheInputsAndNotFromTheName() {
    Network network =
        new NetworkBuilder()
            .operator(
                "bn",
                "BatchNorm",
                Map.of(),
                List.of("data", "x_weight", "x_bias", "a_gamma", "b_beta"))
            .operator("c", "Convolution", Map.of(), List.of("bn", "q_bias", "q_weight"))
            .build();
    Layers layers = Layers.of(network);

    assertThat(layers.require("bn").parameters())
        .containsExactly(
            new LayerParameter("x_weight", GAMMA),
            new LayerParameter("x_bias", BETA),
            new LayerParameter("a_gamma", RUNNING_MEAN),
            new LayerParameter("b_beta", RUNNING_VARIANCE));
    assertThat(layers.require("c").parameters())
        .containsExactly(
            new LayerParameter("q_bias", WEIGHT), new LayerParameter("q_weight", BIAS));
    assertThat(RUNNING_MEAN.learnable() || RUNNING_VARIANCE.learnable()).isFalse();
    assertThat(List.of(WEIGHT, BIAS, GAMMA, BETA, OTHER)).allMatch(ParameterRole::learnable);
  }

  @Test
  void thePictureAndLabelsAreNoParametersButConstantsAre() {
    Network network =
        new NetworkBuilder("image")
            .operator("shifted", "broadcast_sub", Map.of(), List.of("image", "mean_colour"))
            .operator("odd", "SpaceTimeWarp", Map.of(), List.of("shifted", "warp"))
            .operator("out", "SoftmaxOutput", Map.of(), List.of("odd", "label"))
            .build();
    Layers layers = Layers.of(network);

    assertThat(network.inputName()).isEqualTo("image");
    assertThat(layers.require("shifted").parameters())
        .containsExactly(new LayerParameter("mean_colour", OTHER));
    assertThat(layers.require("odd").parameters())
        .containsExactly(new LayerParameter("warp", OTHER));
    assertThat(layers.require("out").hasParameters()).isFalse();
  }

  @Test
  void theInputIsTheVariableThatIsNoParameterWhereverItStands() {
    Network network =
        new Network(
            List.of(
                Node.variable("w"),
                Node.variable("pixels"),
                new Node(
                    "c",
                    "Convolution",
                    Map.of("no_bias", "True"),
                    List.of(NodeEntry.of(1), NodeEntry.of(0)))),
            List.of(NodeEntry.of(2)));
    Network none =
        new Network(
            List.of(Node.variable("w"), new Node("x", "relu", Map.of(), List.of())),
            List.of(NodeEntry.of(1)));

    assertThat(network.inputName()).isEqualTo("pixels");
    assertThatThrownBy(none::inputName)
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining("no variable that takes the picture");
  }

  @Test
  void kindsReadWell() {
    Network network =
        new NetworkBuilder()
            .convolution("a", 6, 3, 1, 1)
            .convolution("b", 6, 3, 1, 1, Map.of("num_group", "6"))
            .convolution("c", 6, 3, 1, 1, Map.of("num_group", "2"))
            .batchNorm("d")
            .relu("e")
            .operator("f", "clip", Map.of("a_min", "0", "a_max", "6"), List.of("e"))
            .add("g", "a")
            .pool("h", "max", 2, 2, 0)
            .globalPool("i")
            .flatten("j")
            .fullyConnected("k", 3)
            .softmax("l")
            .operator("m", "SpaceTimeWarp", Map.of(), List.of("l"))
            .build();

    assertThat(Layers.of(network).list())
        .extracting(Layer::kind)
        .containsExactly(
            "Convolution",
            "Convolution (depthwise)",
            "Convolution (2 groups)",
            "Batch normalisation",
            "Activation (relu)",
            "Clip (0 to 6)",
            "Addition",
            "Pooling (max)",
            "Global pooling (avg)",
            "Flatten",
            "Fully connected",
            "Softmax",
            "SpaceTimeWarp");
  }

  @Test
  void layersKnowTheirNodes() {
    Network network = ResidualNetworks.small(List.of(8, 16), 3);
    Layers layers = Layers.of(network);

    for (Layer layer : layers.list()) {
      assertThat(network.node(layer.node()).name()).isEqualTo(layer.name());
      assertThat(layers.find(layer.name())).contains(layer);
    }
    assertThat(layers.root().allLayers()).isEqualTo(layers.list());
  }

  @Test
  void anUnknownNameSuggestsTheNearest() {
    Layers layers = Layers.of(ResidualNetworks.small(List.of(8, 16), 3));

    assertThatThrownBy(() -> layers.require("stage2_blok1_conv1"))
        .isInstanceOf(UnknownLayerException.class)
        .hasMessage(
            "The network has no layer 'stage2_blok1_conv1';"
                + " did you mean 'stage2_block1_conv1_fwd'?");
  }
}
