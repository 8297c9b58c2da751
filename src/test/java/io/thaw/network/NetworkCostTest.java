package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NetworkCostTest {

  @Test
  void costsOfKnownLayers() {
    Network network =
        new NetworkBuilder()
            .convolution("c", 8, 3, 2, 1, Map.of("num_group", "2"))
            .batchNorm("b")
            .relu("r")
            .fullyConnected("f", 5)
            .build();

    // Output of the convolution: [8, 5, 5] with 4 / 2 * 3 * 3 weights per value.
    assertThat(cost(network, "c")).isEqualTo(cost(8 * 2 * 9 + 8, 200 * 18, 800));
    assertThat(cost(network, "b")).isEqualTo(cost(32, 200, 800));
    assertThat(cost(network, "r")).isEqualTo(cost(0, 0, 800));
    assertThat(cost(network, "f")).isEqualTo(cost(1005, 1000, 20));
    assertThat(of(network).total()).isEqualTo(cost(152 + 32 + 1005, 3600 + 200 + 1000, 2420));
  }

  @Test
  void unknownStaysUnknown() {
    Network network =
        new NetworkBuilder()
            .relu("before")
            .operator("strange", "SpaceTimeWarp", Map.of(), List.of("before", "warp"))
            .fullyConnected("f", 5)
            .build();

    assertThat(cost(network, "before")).isEqualTo(cost(0, 0, 1600));
    LayerCost unknown =
        new LayerCost(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    assertThat(cost(network, "strange")).isEqualTo(unknown);
    assertThat(cost(network, "f")).isEqualTo(unknown);
    assertThat(of(network).total()).isEqualTo(unknown);
  }

  @Test
  void aSharedParameterCountsOnceInTheTotal() {
    Map<String, String> settings = Map.of("kernel", "(1, 1)", "num_filter", "4", "no_bias", "True");
    Network network =
        new NetworkBuilder()
            .operator("a", "Convolution", settings, List.of("data", "w"))
            .operator("b", "Convolution", settings, List.of("a", "w"))
            .build();

    assertThat(cost(network, "b").parameters()).hasValue(16);
    assertThat(of(network).total().parameters()).hasValue(16);
  }

  private static NetworkCost of(Network network) {
    return NetworkCost.of(
        network, Layers.of(network), ShapeInference.infer(network, TensorShape.of(4, 10, 10)));
  }

  private static LayerCost cost(Network network, String layer) {
    return of(network).of(Layers.of(network).require(layer));
  }

  private static LayerCost cost(long parameters, long multiplyAdds, long bytes) {
    return new LayerCost(
        OptionalLong.of(parameters), OptionalLong.of(multiplyAdds), OptionalLong.of(bytes));
  }
}
