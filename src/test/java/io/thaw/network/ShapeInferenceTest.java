package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeInferenceTest {
  private static final TensorShape PICTURE = TensorShape.of(3, 11, 8);

  @Test
  void convolutionWithGroupsStrideAndDilation() {
    Network network =
        new NetworkBuilder()
            .convolution("c", 6, 3, 2, 1, Map.of("num_group", "3", "dilate", "(2, 2)"))
            .build();

    // (11 + 2 - 5) / 2 + 1 = 5 and (8 + 2 - 5) / 2 + 1 = 3, rounded down.
    assertThat(shape(network, "c")).isEqualTo("[1, 6, 5, 3]");
    assertThat(shape(network, "c_weight")).isEqualTo("[6, 1, 3, 3]");
    assertThat(shape(network, "c_bias")).isEqualTo("[6]");
  }

  @Test
  void poolingRoundsDownUnlessItsConventionIsFull() {
    assertThat(pooled(Map.of())).isEqualTo("[1, 3, 5, 3]");
    assertThat(pooled(Map.of("pooling_convention", "full"))).isEqualTo("[1, 3, 5, 4]");
    assertThat(pooled(Map.of("global_pool", "True"))).isEqualTo("[1, 3, 1, 1]");
  }

  private static String pooled(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.putAll(Map.of("kernel", "(3, 3)", "stride", "(2, 2)", "pool_type", "max"));
    Network network =
        new NetworkBuilder().operator("p", "Pooling", settings, List.of("data")).build();
    return shape(network, "p");
  }

  @Test
  void fullyConnectedFlattensUnlessToldNotTo() {
    Network flat = new NetworkBuilder().fullyConnected("f_fwd", 5).build();
    Network last =
        new NetworkBuilder()
            .operator(
                "f",
                "FullyConnected",
                Map.of("num_hidden", "5", "flatten", "False", "no_bias", "True"),
                List.of("data", "w"))
            .build();

    assertThat(shape(flat, "f_fwd")).isEqualTo("[1, 5]");
    assertThat(shape(flat, "f_weight")).isEqualTo("[5, 264]");
    assertThat(shape(last, "f")).isEqualTo("[1, 3, 11, 5]");
    assertThat(shape(last, "w")).isEqualTo("[5, 8]");
  }

  @Test
  void zerosInTheFilesOwnShapesAreNotTrusted() {
    Node weight = new Node("w", "null", Map.of("__shape__", "(6, 0, 3, 3)"), List.of());
    Node convolution =
        new Node(
            "c",
            "Convolution",
            Map.of("kernel", "(3, 3)", "num_filter", "6", "no_bias", "True"),
            List.of(NodeEntry.of(0), NodeEntry.of(1)));
    Network network =
        new Network(List.of(Node.variable("data"), weight, convolution), List.of(NodeEntry.of(2)));

    assertThat(shape(network, "w")).isEqualTo("[6, 3, 3, 3]");
  }

  @Test
  void whatFollowsAnUnknownOperatorIsUnknown() {
    Network network =
        new NetworkBuilder()
            .relu("before")
            .operator("strange", "SpaceTimeWarp", Map.of(), List.of("before", "strange_weight"))
            .relu("after")
            .build();

    InferredShapes shapes = ShapeInference.infer(network, PICTURE);

    assertThat(shapes.output(1)).contains(TensorShape.of(1, 3, 11, 8));
    assertThat(shapes.output(network.indexOf("strange").orElseThrow())).isEmpty();
    assertThat(shapes.output(network.indexOf("strange_weight").orElseThrow())).isEmpty();
    assertThat(shapes.output(network.indexOf("after").orElseThrow())).isEmpty();
  }

  @Test
  void contradictionsNameTheLayer() {
    NetworkBuilder sum =
        new NetworkBuilder()
            .convolution("a", 4, 1, 1, 0)
            .from("data")
            .convolution("b", 5, 1, 1, 0)
            .add("sum", "a");
    assertBad(sum, "'sum' combines tensors that do not fit: [1, 5, 11, 8] and [1, 4, 11, 8]");
    assertBad(
        new NetworkBuilder().convolution("wide", 4, 11, 1, 0),
        "'wide' has a kernel of 11, larger than its padded input of 8");
    assertBad(
        new NetworkBuilder().convolution("g", 4, 1, 1, 0, Map.of("num_group", "2")),
        "'g' cannot divide 3 input and 4 output channels into 2 groups");
    assertBad(
        new NetworkBuilder().flatten("flat").convolution("c", 4, 1, 1, 0),
        "'c' needs an input with 4 axes");
    assertBad(
        new NetworkBuilder().convolution("c", 4, 1, 1, 0, Map.of("stride", "two")),
        "'c' has stride 'two'");
    assertBad(
        new NetworkBuilder()
            .operator(
                "bare",
                "Convolution",
                Map.of("kernel", "(1, 1)", "num_filter", "2"),
                List.of("data")),
        "'bare' has too few inputs");
    assertBad(
        new NetworkBuilder()
            .operator("p", "Pad", Map.of("pad_width", "(0,0,0,0,-9,-9,0,0)"), List.of("data")),
        "'p' do not fit");
  }

  private static void assertBad(NetworkBuilder builder, String part) {
    assertThatThrownBy(() -> ShapeInference.infer(builder.build(), PICTURE))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining(part);
  }

  private static String shape(Network network, String node) {
    return ShapeInference.infer(network, PICTURE)
        .output(network.indexOf(node).orElseThrow())
        .orElseThrow()
        .toString();
  }
}
