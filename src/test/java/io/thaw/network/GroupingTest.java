package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {

  @Test
  void stagesAndBlocksFromNames() {
    assertThat(outline(ResidualNetworks.small(List.of(8, 16), 3)))
        .isEqualTo(
            """
            stem 3 stem_conv_fwd .. stem_relu
            stage1 7 stage1_block1_conv1_fwd .. stage1_block1_relu2
              block1 7 stage1_block1_conv1_fwd .. stage1_block1_relu2
            stage2 9 stage2_block1_conv1_fwd .. stage2_block1_relu2
              block1 9 stage2_block1_conv1_fwd .. stage2_block1_relu2
            classifier 3 classifier_pool .. classifier_softmax
            """);
  }

  @Test
  void residualBlocksWithoutTellingNames() {
    NetworkBuilder builder =
        new NetworkBuilder()
            .convolution("conv0", 8, 3, 2, 1)
            .batchNorm("bn0")
            .relu("relu0")
            .convolution("conv1", 8, 3, 1, 1)
            .add("plus0", "relu0")
            .relu("relu1")
            .convolution("conv2", 8, 3, 1, 1)
            .add("plus1", "relu1")
            .relu("relu2")
            .convolution("conv3", 16, 3, 2, 1)
            .from("relu2")
            .convolution("conv4", 16, 1, 2, 0)
            .add("plus2", "conv3")
            .batchNorm("bn1")
            .relu("relu3")
            .globalPool("pool0")
            .fullyConnected("dense0", 5);

    assertThat(outline(builder.build()))
        .isEqualTo(
            """
            stem 3 conv0 .. relu0
            stage1 6 conv1 .. relu2
              block1 3 conv1 .. relu1
              block2 3 conv2 .. relu2
            stage2 3 conv3 .. plus2
              block1 3 conv3 .. plus2
            final 2 bn1 .. relu3
            classifier 2 pool0 .. dense0
            """);
  }

  @Test
  void concatenationsAfterADownsamplingPool() {
    NetworkBuilder builder =
        new NetworkBuilder().convolution("net_conv0", 8, 3, 2, 1).pool("net_pool0", "max", 2, 2, 0);
    fire(builder, 1);
    fire(builder, 2);
    builder.pool("net_pool1", "max", 2, 2, 0);
    fire(builder, 3);
    builder.dropout("net_drop", 0.5).convolution("net_last", 5, 1, 1, 0).globalPool("net_out");

    assertThat(outline(builder.build()))
        .isEqualTo(
            """
            stem 2 net_conv0 .. net_pool0
            stage1 8 net_squeeze1 .. net_concat2
              block1 4 net_squeeze1 .. net_concat1
              block2 4 net_squeeze2 .. net_concat2
            stage2 5 net_pool1 .. net_concat3
              block1 5 net_pool1 .. net_concat3
            classifier 3 net_drop .. net_out
            """);
  }

  private static void fire(NetworkBuilder builder, int number) {
    builder
        .convolution("net_squeeze" + number, 4, 1, 1, 0)
        .convolution("net_left" + number, 8, 1, 1, 0)
        .from("net_squeeze" + number)
        .convolution("net_right" + number, 8, 3, 1, 1)
        .concat("net_concat" + number, "net_left" + number);
  }

  @Test
  void numberedNamesOfAPlainChain() {
    NetworkBuilder builder = new NetworkBuilder();
    for (int i = 0; i < 5; i++) {
      builder.convolution("conv2d_" + i + "_fwd", 8, 3, i == 0 || i == 3 ? 2 : 1, 1);
      builder.relu("conv2d_" + i + "_relu");
    }
    builder.convolution("last_1_fwd", 9, 1, 1, 0).globalPool("pool").fullyConnected("dense", 4);

    assertThat(outline(builder.build()))
        .isEqualTo(
            """
            stem 2 conv2d_0_fwd .. conv2d_0_relu
            stage1 4 conv2d_1_fwd .. conv2d_2_relu
              block1 2 conv2d_1_fwd .. conv2d_1_relu
              block2 2 conv2d_2_fwd .. conv2d_2_relu
            stage2 4 conv2d_3_fwd .. conv2d_4_relu
              block1 2 conv2d_3_fwd .. conv2d_3_relu
              block2 2 conv2d_4_fwd .. conv2d_4_relu
            final 1 last_1_fwd .. last_1_fwd
            classifier 2 pool .. dense
            """);
  }

  @Test
  void aPlainChainHasOneStagePerSize() {
    Network network =
        new NetworkBuilder()
            .convolution("a", 8, 3, 1, 1)
            .relu("b")
            .pool("c", "max", 2, 2, 0)
            .convolution("d", 8, 3, 1, 1)
            .flatten("e")
            .fullyConnected("f", 20)
            .relu("g")
            .fullyConnected("h", 4)
            .build();

    assertThat(outline(network))
        .isEqualTo(
            """
            stage1 2 a .. b
            stage2 2 c .. d
            classifier 4 e .. h
            """);
  }

  @Test
  void titlesAreForPeople() {
    LayerGroup root = Layers.of(ResidualNetworks.small(List.of(8, 16), 3)).root();

    assertThat(root.groups())
        .extracting(LayerGroup::title)
        .containsExactly("Stem", "Stage 1", "Stage 2", "Classifier");
    assertThat(root.groups().get(2).groups())
        .extracting(LayerGroup::title)
        .containsExactly("Block 1");
    assertThat(root.groups().get(2).allLayers())
        .allMatch(layer -> layer.group().equals(List.of("stage2", "block1")));
  }

  @Test
  void anyGraphCanBeGrouped() {
    Network empty = new NetworkBuilder().build();
    Network one = new NetworkBuilder().relu("only").build();
    Network flat = new NetworkBuilder().flatten("f").fullyConnected("d", 2).build();

    assertThat(Layers.of(empty).list()).isEmpty();
    assertThat(Layers.of(one).list()).hasSize(1);
    assertThat(Layers.of(flat).root().allLayers()).hasSize(2);
  }

  private static String outline(Network network) {
    return Trees.outline(Layers.of(network).root());
  }
}
