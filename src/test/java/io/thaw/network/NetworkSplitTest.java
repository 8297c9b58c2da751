package io.thaw.network;

import static io.thaw.network.BatchNormRule.ADAPT_STATISTICS;
import static io.thaw.network.BatchNormRule.FOLLOW_LAYER;
import static io.thaw.network.BatchNormRule.KEEP_STATISTICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkSplitTest {
  private static final TensorShape PICTURE = TensorShape.of(3, 32, 32);
  private static final Network RESIDUAL = ResidualNetworks.small(List.of(8, 16), 10);

  @Test
  void allFrozenLeavesOnlyTheHead() {
    NetworkSplit split = split(RESIDUAL, "all", FOLLOW_LAYER);

    assertThat(split.boundaryLayer()).contains("classifier_pool");
    assertThat(split.boundary()).isEqualTo(TensorShape.of(16, 1, 1)).isEqualTo(split.features());
    assertThat(names(split.tail())).containsExactly("head_fwd");
    assertThat(split.trainableParameters()).containsExactly("head_weight", "head_bias");
    assertThat(split.tailParameters()).containsExactly("head_weight", "head_bias");
    assertThat(split.headParameters()).containsExactly("head_weight", "head_bias");
    assertThat(split.frozenParameters()).isEqualTo(split.prefixParameters()).hasSize(30);
    assertThat(split.adaptedStatistics()).isEmpty();
  }

  @Test
  void theResultIsTheSourceWithANewHead() {
    NetworkSplit split = split(RESIDUAL, "until:stem_relu", FOLLOW_LAYER);

    List<String> kept = names(RESIDUAL);
    assertThat(names(split.whole()))
        .startsWith(kept.subList(0, kept.size() - 2).toArray(String[]::new))
        .endsWith("classifier_pool", "head_fwd", "head_softmax");
    assertThat(output(split.whole(), PICTURE)).isEqualTo(TensorShape.of(1, 4));
    assertThat(output(split.tail(), split.boundary())).isEqualTo(TensorShape.of(1, 4));
    assertThat(output(split.prefix(), PICTURE)).isEqualTo(split.boundary().withBatch(1));
    assertThat(split.whole().node(split.whole().indexOf("stem_batchnorm_fwd").orElseThrow()))
        .extracting(Node::attributes)
        .isEqualTo(
            RESIDUAL.node(RESIDUAL.indexOf("stem_batchnorm_fwd").orElseThrow()).attributes());
  }

  @Test
  void nothingFrozenGivesAnIdentityPrefix() {
    NetworkSplit split = split(RESIDUAL, "none", FOLLOW_LAYER);

    assertThat(split.hasPrefix()).isFalse();
    assertThat(split.boundaryLayer()).isEmpty();
    assertThat(split.boundary()).isEqualTo(PICTURE);
    assertThat(names(split.prefix())).isEmpty();
    assertThat(split.prefix().inputName()).isEqualTo("data");
    assertThat(split.prefixParameters()).isEmpty();
    assertThat(split.frozenParameters()).isEmpty();
    assertThat(names(split.tail()).size()).isEqualTo(names(split.whole()).size() - 1);
    assertThat(split.adaptedStatistics()).hasSize(12).allMatch(name -> name.contains("running"));
  }

  @Test
  void layersWithoutParametersAreSwallowed() {
    NetworkSplit split = split(RESIDUAL, "until:stem_batchnorm_fwd", FOLLOW_LAYER);

    assertThat(split.boundaryLayer()).contains("stem_relu");
    assertThat(names(split.prefix()))
        .containsExactly("stem_conv_fwd", "stem_batchnorm_fwd", "stem_relu");
  }

  @Test
  void aFrozenLayerInsideABlockStaysInTheTail() {
    NetworkSplit split = split(RESIDUAL, "until:stage1_block1_batchnorm1_fwd", FOLLOW_LAYER);

    assertThat(split.boundaryLayer()).contains("stem_relu");
    assertThat(attribute(split.tail(), "stage1_block1_batchnorm1_fwd")).isEqualTo("True");
    assertThat(attribute(split.tail(), "stage1_block1_batchnorm2_fwd")).isEqualTo("False");
    assertThat(split.frozenParameters())
        .contains("stage1_block1_batchnorm1_running_mean", "stage1_block1_conv1_weight");
    assertThat(split.adaptedStatistics())
        .contains("stage1_block1_batchnorm2_running_var")
        .doesNotContain("stage1_block1_batchnorm1_running_var");
    assertThat(split.trainableParameters()).contains("stage1_block1_batchnorm2_gamma");
  }

  @Test
  void keepingStatisticsFixesThemInTrainableLayersToo() {
    NetworkSplit split = split(RESIDUAL, "none", KEEP_STATISTICS);

    assertThat(attribute(split.tail(), "stem_batchnorm_fwd")).isEqualTo("True");
    assertThat(split.frozenParameters()).hasSize(12).contains("stem_batchnorm_running_mean");
    assertThat(split.trainableParameters()).contains("stem_batchnorm_gamma");
    assertThat(split.adaptedStatistics()).isEmpty();
  }

  @Test
  void adaptingStatisticsEndsThePrefixBeforeTheFirstOfThem() {
    NetworkSplit split = split(RESIDUAL, "all", ADAPT_STATISTICS);

    assertThat(split.boundaryLayer()).contains("stem_conv_fwd");
    assertThat(attribute(split.tail(), "stem_batchnorm_fwd")).isEqualTo("False");
    assertThat(split.frozenParameters())
        .contains("stem_batchnorm_gamma")
        .doesNotContain("stem_batchnorm_running_mean");
    assertThat(split.adaptedStatistics()).hasSize(12).contains("stem_batchnorm_running_mean");
    assertThat(split.trainableParameters()).isEqualTo(split.headParameters());
  }

  @Test
  void aSourceThatAlreadyUsesItsStatisticsGoesOnUntilToldToAdapt() {
    Network source =
        new NetworkBuilder()
            .operator(
                "bn",
                "BatchNorm",
                Map.of("use_global_stats", "True", "fix_gamma", "True"),
                List.of("data", "gamma", "beta", "mean", "var"))
            .convolution("last", 3, 1, 1, 0)
            .build();

    NetworkSplit follow = split(source, "none", FOLLOW_LAYER);
    NetworkSplit adapt = split(source, "none", ADAPT_STATISTICS);

    assertThat(follow.frozenParameters()).containsExactlyInAnyOrder("gamma", "mean", "var");
    assertThat(follow.trainableParameters()).contains("beta");
    assertThat(attribute(adapt.tail(), "bn")).isEqualTo("False");
    assertThat(adapt.adaptedStatistics()).containsExactlyInAnyOrder("mean", "var");
  }

  @Test
  void featuresWithPositionsArePooledFirst() {
    Network source =
        new NetworkBuilder("image")
            .convolution("c", 6, 3, 2, 1)
            .dropout("drop", 0.5)
            .convolution("last", 5, 1, 1, 0)
            .build();

    NetworkSplit split = split(source, "all", FOLLOW_LAYER);

    assertThat(split.features()).isEqualTo(TensorShape.of(6, 16, 16));
    assertThat(names(split.tail())).containsExactly("head_pool", "head_fwd");
    assertThat(names(split.whole())).containsExactly("c", "head_pool", "head_fwd", "head_softmax");
    assertThat(List.of(split.prefix(), split.tail(), split.whole()))
        .extracting(Network::inputName)
        .containsOnly("data");
  }

  @Test
  void headNamesThatAreTakenAreAvoided() {
    Network source =
        new NetworkBuilder()
            .convolution("head_fwd", 6, 3, 2, 1)
            .relu("head2_pool")
            .convolution("last", 5, 1, 1, 0)
            .build();

    NetworkSplit split = split(source, "none", FOLLOW_LAYER);

    assertThat(names(split.whole()))
        .containsExactly("head_fwd", "head2_pool", "head3_pool", "head3_fwd", "head3_softmax");
    assertThat(split.headParameters()).containsExactly("head3_weight", "head3_bias");
  }

  @Test
  void aResultCanBeSplitAgainUnderTheSameNames() {
    Network first = split(RESIDUAL, "none", FOLLOW_LAYER).whole();

    NetworkSplit again = split(first, "all", FOLLOW_LAYER);

    assertThat(again.headParameters()).containsExactly("head_weight", "head_bias");
    assertThat(again.trainableParameters()).containsAll(again.headParameters());
    assertThat(again.frozenParameters()).doesNotContainAnyElementsOf(again.headParameters());
    assertThat(again.whole()).isEqualTo(first);
  }

  @Test
  void dropoutInTheTrainedPartStays() {
    Network source =
        new NetworkBuilder()
            .convolution("a", 6, 3, 2, 1)
            .dropout("drop", 0.5)
            .convolution("b", 6, 3, 2, 1)
            .fullyConnected("last", 5)
            .build();

    assertThat(names(split(source, "none", FOLLOW_LAYER).tail())).contains("drop");
  }

  @Test
  void aParameterSharedWithAFrozenLayerIsFrozen() {
    Map<String, String> settings = Map.of("kernel", "(1, 1)", "num_filter", "3", "no_bias", "True");
    Network source =
        new NetworkBuilder()
            .operator("a", "Convolution", settings, List.of("data", "w"))
            .operator("b", "Convolution", settings, List.of("a", "w"))
            .fullyConnected("last", 5)
            .build();

    NetworkSplit split = split(source, "layers:a", FOLLOW_LAYER);

    assertThat(split.boundaryLayer()).contains("a");
    assertThat(split.frozenParameters()).containsExactly("w");
    assertThat(split.trainableParameters()).containsExactly("head_weight", "head_bias");
  }

  @Test
  void unknownShapesCanComeFromElsewhere() {
    Network source =
        new NetworkBuilder()
            .operator("odd", "SpaceTimeWarp", Map.of(), List.of("data"))
            .fullyConnected("last", 5)
            .build();
    FreezePlan plan = new FreezePlan(Set.of(), FOLLOW_LAYER);
    InferredShapes inferred = ShapeInference.infer(source, PICTURE);
    List<Optional<TensorShape>> given = new ArrayList<>();
    for (int i = 0; i < source.nodes().size(); i++) {
      given.add(inferred.output(i));
    }
    given.set(1, Optional.of(TensorShape.of(1, 7, 2, 2)));

    assertThatThrownBy(() -> NetworkSplit.of(source, plan, PICTURE, 4))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining("The shape of 'odd' is not known");
    assertThat(NetworkSplit.of(source, plan, new InferredShapes(given), 4).boundary())
        .isEqualTo(TensorShape.of(7, 2, 2));
  }

  private static NetworkSplit split(Network source, String spec, BatchNormRule rule) {
    FreezePlan plan = FreezeSpec.parse(spec).resolve(Layers.of(source), rule);
    return NetworkSplit.of(source, plan, PICTURE, 4);
  }

  private static List<String> names(Network network) {
    return Layers.of(network).list().stream().map(Layer::name).toList();
  }

  private static TensorShape output(Network network, TensorShape input) {
    int head = network.heads().get(0).node();
    return ShapeInference.infer(network, input).output(head).orElseThrow();
  }

  private static String attribute(Network network, String layer) {
    Node node = network.node(network.indexOf(layer).orElseThrow());
    return node.attributes().get("use_global_stats");
  }
}
