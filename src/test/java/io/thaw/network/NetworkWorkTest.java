package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Counted by hand: 4 channels of 8 x 8 pixels are 1,024 bytes. */
class NetworkWorkTest {
  private static final TensorShape PICTURE = TensorShape.of(3, 8, 8);
  private static final int CLASSES = 2;

  private final Network network =
      new NetworkBuilder()
          .convolution("conv", 4, 3, 1, 1)
          .batchNorm("norm")
          .relu("relu1")
          .convolution("depthwise", 4, 3, 1, 1, Map.of("num_group", "4"))
          .relu("relu2")
          .globalPool("pool")
          .fullyConnected("classifier", 5)
          .softmax("softmax")
          .build();

  private static PlanWork work(Network network, String freeze) {
    return NetworkWork.of(network, PICTURE)
        .of(plan(network, freeze, BatchNormRule.FOLLOW_LAYER), CLASSES);
  }

  private static FreezePlan plan(Network network, String freeze, BatchNormRule rule) {
    return FreezeSpec.parse(freeze).resolve(Layers.of(network), rule);
  }

  @Test
  void allFrozenLeavesTheHeadToLearn() {
    PlanWork work = work(network, "all");

    assertThat(work.complete()).isTrue();
    assertThat(work.hasPrefix()).isTrue();
    // Normalisation and activations go with the convolutions before them.
    assertThat(work.frozen())
        .isEqualTo(new Work(64 * 4 * 27, 0, 64 * 4 * 9, 0, 0, 768 + 1024 + 2048 + 1040));
    assertThat(work.prefix())
        .isEqualTo(new Work(64 * 4 * 27, 0, 64 * 4 * 9, 0, 2048, 1792 + 3 * 2048 + 1040));
    assertThat(work.forward()).isEqualTo(new Work(0, 0, 0, 4 * 2, 0, 0));
    assertThat(work.backward()).isEqualTo(work.forward());
    assertThat(work.inputValues()).isEqualTo(3 * 64);
    assertThat(work.boundaryValues()).isEqualTo(4);
    assertThat(work.prefixParameters()).isEqualTo(4 * 27 + 4 + 4 * 4 + 4 * 9 + 4);
    assertThat(work.tailParameters()).isEqualTo(10);
    assertThat(work.trainableParameters()).isEqualTo(10);
    assertThat(work.tailLayers()).isEqualTo(1);
    assertThat(work.prefixBytes()).isEqualTo(2048);
  }

  @Test
  void whatLearnsTakesAPassForItsWeightsAndOneForWhatLearnsBeforeIt() {
    PlanWork work = work(network, "none");

    assertThat(work.hasPrefix()).isFalse();
    assertThat(work.frozen()).isEqualTo(Work.NONE);
    assertThat(work.boundaryValues()).isEqualTo(3 * 64);
    assertThat(work.forward())
        .isEqualTo(new Work(64 * 4 * 27, 0, 64 * 4 * 9, 8, 2048, 1792 + 3 * 2048 + 1040));
    assertThat(work.backward())
        .isEqualTo(
            new Work(
                64 * 4 * 27, 0, 2 * 64 * 4 * 9, 16, 2048, 1792 + 2048 + 2 * 2048 + 2048 + 1040));
    assertThat(work.trainableParameters()).isEqualTo(4 * 27 + 4 + 2 * 4 + 4 * 9 + 4 + 10);
    assertThat(work.tailBytes()).isEqualTo(5 * 1024 + 4 * 4 + (4 + 2) * 4);
  }

  @Test
  void noGradientGoesBeforeTheFirstLayerThatLearns() {
    PlanWork work = work(network, "until:relu1");

    assertThat(work.boundaryValues()).isEqualTo(4 * 64);
    assertThat(work.frozen()).isEqualTo(new Work(64 * 4 * 27, 0, 0, 0, 0, 1792));
    assertThat(work.backward()).isEqualTo(new Work(0, 0, 64 * 4 * 9, 16, 0, 2 * 2048 + 1040));
  }

  @Test
  void aFrozenLayerInTheTailPassesGradientsOnAndHasNone() {
    PlanWork work = work(network, "layers:depthwise");

    assertThat(work.hasPrefix()).isFalse();
    assertThat(work.backward().grouped()).isEqualTo(64 * 4 * 9);
    assertThat(work.backward().dense()).isEqualTo(64 * 4 * 27);
    assertThat(work.trainableParameters()).isEqualTo(4 * 27 + 4 + 2 * 4 + 10);
  }

  @Test
  void anActivationEndsWhatGoesWithAConvolution() {
    Network late =
        new NetworkBuilder()
            .convolution("conv", 4, 3, 1, 1)
            .relu("relu1")
            .batchNorm("norm")
            .relu("relu2")
            .add("add", "relu1")
            .globalPool("pool")
            .fullyConnected("classifier", 5)
            .softmax("softmax")
            .build();

    assertThat(work(late, "all").frozen())
        .isEqualTo(new Work(64 * 4 * 27, 0, 0, 0, 2048, 1792 + 2048 + 3072 + 1040));
  }

  @Test
  void aSumGoesWithTheConvolutionBeforeIt() {
    Network residual = ResidualNetworks.small(List.of(4), 5);

    // Stem and two convolutions; the sum has the stem's tensor to read.
    assertThat(work(residual, "all").frozen())
        .isEqualTo(
            new Work(
                16 * 4 * 27 + 2 * 16 * 4 * 36, 0, 0, 0, 0, (768 + 256) + 2 * 512 + 256 + 256 + 16));
  }

  @Test
  void aClipIsFourOperatorsInTheTailOnly() {
    Map<String, String> limits = Map.of("a_min", "0", "a_max", "6");
    NetworkBuilder builder = new NetworkBuilder().convolution("conv", 4, 3, 1, 1);
    Network clipped =
        builder
            .operator("clip", "clip", limits, List.of(builder.top()))
            .globalPool("pool")
            .fullyConnected("classifier", 5)
            .softmax("softmax")
            .build();

    assertThat(work(clipped, "all").frozen().moved()).isEqualTo(1792 + 1040);
    assertThat(work(clipped, "none").forward().moved()).isEqualTo(1792 + 4 * 2048 + 1040);
  }

  @Test
  void whatIsNotKnownIsSaid() {
    NetworkBuilder builder = new NetworkBuilder().convolution("conv", 4, 3, 1, 1);
    Network strange =
        builder
            .operator("strange", "MyOperator", Map.of(), List.of(builder.top()))
            .fullyConnected("classifier", 5)
            .build();

    assertThat(work(strange, "all").complete()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(BatchNormRule.class)
  void itIsCutWhereTheNetworkIsSplit(BatchNormRule rule) {
    Network residual = ResidualNetworks.staged(List.of(4, 8), List.of(2, 1), 5);
    NetworkWork known = NetworkWork.of(residual, PICTURE);
    for (Layer layer : Layers.of(residual).list()) {
      FreezePlan plan = plan(residual, "until:" + layer.name(), rule);
      NetworkSplit split = NetworkSplit.of(residual, plan, PICTURE, CLASSES);
      PlanWork work = known.of(plan, CLASSES);

      assertThat(work.hasPrefix()).as(layer.name()).isEqualTo(split.hasPrefix());
      assertThat(work.boundaryValues()).isEqualTo(split.boundary().elements());
      assertThat(work.trainableParameters()).isEqualTo(values(split.whole(), split));
      Layers tail = Layers.of(split.tail());
      InferredShapes shapes = ShapeInference.infer(split.tail(), split.boundary());
      NetworkCost cost = NetworkCost.of(split.tail(), tail, shapes);
      assertThat(work.tailParameters()).isEqualTo(cost.total().parameters().orElseThrow());
      assertThat(work.tailLayers()).isEqualTo(tail.list().size());
    }
  }

  @ParameterizedTest
  @MethodSource("io.thaw.network.NetworkSplitPropertyTest#seeds")
  void anyNetworkIsCutWhereItIsSplit(long seed) {
    RandomNetworks random = new RandomNetworks(seed);
    Network any = random.next();
    FreezePlan plan = random.plan(any);
    TensorShape picture = TensorShape.of(4, 6, 6);

    NetworkSplit split = NetworkSplit.of(any, plan, picture, CLASSES);
    PlanWork work = NetworkWork.of(any, picture).of(plan, CLASSES);

    assertThat(work.hasPrefix()).isEqualTo(split.hasPrefix());
    assertThat(work.boundaryValues()).isEqualTo(split.boundary().elements());
    assertThat(work.tailLayers()).isEqualTo(Layers.of(split.tail()).list().size());
  }

  private static long values(Network whole, NetworkSplit split) {
    InferredShapes shapes = ShapeInference.infer(whole, PICTURE);
    return split.trainableParameters().stream()
        .map(name -> shapes.output(whole.indexOf(name).orElseThrow()).orElseThrow())
        .mapToLong(TensorShape::elements)
        .sum();
  }
}
