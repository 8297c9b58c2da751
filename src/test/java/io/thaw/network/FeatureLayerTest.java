package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FeatureLayerTest {

  @Test
  void flattenAndDropoutBeforeTheClassifierAreSteppedOver() {
    Network network =
        new NetworkBuilder()
            .convolution("c", 8, 3, 1, 1)
            .globalPool("pool")
            .flatten("flat")
            .dropout("drop", 0.2)
            .fullyConnected("dense", 5)
            .softmax("soft")
            .build();

    assertThat(features(network)).isEqualTo("pool");
  }

  @Test
  void aConvolutionCanBeTheClassifier() {
    Network network =
        new NetworkBuilder()
            .convolution("c", 8, 3, 1, 1)
            .relu("r")
            .dropout("drop", 0.5)
            .convolution("last", 5, 1, 1, 0)
            .relu("last_relu")
            .globalPool("pool")
            .flatten("flat")
            .build();

    assertThat(features(network)).isEqualTo("r");
  }

  @Test
  void networksWithoutAReplaceableClassifierAreRefused() {
    assertBad(
        new NetworkBuilder().relu("r").globalPool("p"), "no fully connected or convolution layer");
    assertBad(
        new NetworkBuilder().flatten("f").fullyConnected("dense", 3),
        "no layers before its classifier 'dense'");
    assertBad(
        new NetworkBuilder()
            .convolution("c", 3, 1, 1, 0)
            .fullyConnected("left", 3)
            .from("c")
            .globalPool("g")
            .fullyConnected("right", 3)
            .add("sum", "left"),
        "'right' cannot be replaced: other parts of the network pass by 'g'");
  }

  private static String features(Network network) {
    return network.node(FeatureLayer.find(network)).name();
  }

  private static void assertBad(NetworkBuilder builder, String part) {
    assertThatThrownBy(() -> FeatureLayer.find(builder.build()))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining(part);
  }
}
