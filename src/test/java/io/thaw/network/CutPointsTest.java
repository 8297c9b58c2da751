package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CutPointsTest {

  @Test
  void insideAResidualBlockThereIsNone() {
    Network network =
        new NetworkBuilder()
            .convolution("stem", 8, 3, 1, 1)
            .convolution("inner", 8, 3, 1, 1)
            .relu("inner_relu")
            .add("sum", "stem")
            .relu("after")
            .build();

    assertThat(names(network)).containsExactly("stem", "sum", "after");
  }

  @Test
  void parallelPathsAreCutOnlyWhereTheyMeet() {
    Network network =
        new NetworkBuilder()
            .convolution("squeeze", 4, 1, 1, 0)
            .convolution("left", 8, 1, 1, 0)
            .from("squeeze")
            .convolution("right", 8, 3, 1, 1)
            .concat("both", "left")
            .fullyConnected("classifier", 3)
            .build();

    assertThat(names(network)).containsExactly("squeeze", "both", "classifier");
  }

  @Test
  void aPathFromThePictureItselfPassesByEverythingBeforeIt() {
    Network network =
        new NetworkBuilder().convolution("c", 3, 3, 1, 1).add("sum", "data").relu("after").build();

    assertThat(names(network)).containsExactly("sum", "after");
  }

  @Test
  void whatOnlyParametersFeedIsNoPath() {
    Network network =
        new NetworkBuilder()
            .convolution("c", 3, 3, 1, 1)
            .operator("scale", "sigmoid", Map.of(), List.of("raw_scale"))
            .from("c")
            .operator("scaled", "broadcast_mul", Map.of(), List.of("c", "scale"))
            .build();

    assertThat(names(network)).containsExactly("c", "scaled");
  }

  @Test
  void aLayerOfWhichALaterOutputIsReadIsNone() {
    Node split = new Node("split", "SliceChannel", Map.of("num_outputs", "2"), of(0, 0));
    Node sum = new Node("sum", "elemwise_add", Map.of(), List.of(of(1, 0).get(0), of(1, 1).get(0)));
    Network network =
        new Network(List.of(Node.variable("data"), split, sum), List.of(NodeEntry.of(2)));

    assertThat(names(network)).containsExactly("sum");
  }

  private static List<NodeEntry> of(int node, int output) {
    return List.of(new NodeEntry(node, output, 0));
  }

  private static List<String> names(Network network) {
    return CutPoints.of(network).stream().map(i -> network.node(i).name()).toList();
  }
}
