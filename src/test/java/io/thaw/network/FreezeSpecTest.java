package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreezeSpecTest {
  private static final Network NETWORK = ResidualNetworks.small(List.of(8, 16), 3);
  private static final Layers LAYERS = Layers.of(NETWORK);

  @ParameterizedTest
  @ValueSource(strings = {"all", "none", "until:stem_relu", "layers:stem_conv_fwd,classifier_fwd"})
  void textAndSpecificationAreInverse(String text) {
    assertThat(FreezeSpec.parse(text)).hasToString(text);
    assertThat(FreezeSpec.parse(FreezeSpec.parse(text).toString()))
        .isEqualTo(FreezeSpec.parse(text));
  }

  @Test
  void blanksAndRepetitionsDoNotMatter() {
    assertThat(FreezeSpec.parse(" layers: a , b,a ,"))
        .isEqualTo(new FreezeSpec.Only(List.of("a", "b")));
    assertThat(FreezeSpec.parse("until: a ")).isEqualTo(new FreezeSpec.Until("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "most", "until:", "layers:", "layers:,", "All", "stem_relu"})
  void anythingElseIsRefusedWithTheFourForms(String text) {
    assertThatThrownBy(() -> FreezeSpec.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use all, none, until:LAYER or layers:A,B");
  }

  @Test
  void allAndNone() {
    FreezePlan all = FreezeSpec.parse("all").resolve(LAYERS);
    FreezePlan none = FreezeSpec.parse("none").resolve(LAYERS);

    assertThat(LAYERS.list()).allMatch(all::isFrozen).noneMatch(none::isFrozen);
    assertThat(all.batchNorm()).isEqualTo(BatchNormRule.FOLLOW_LAYER);
  }

  @Test
  void untilIncludesTheLayerItself() {
    FreezePlan plan = FreezeSpec.parse("until:stem_batchnorm_fwd").resolve(LAYERS);

    assertThat(plan.frozen()).containsExactly("stem_conv_fwd", "stem_batchnorm_fwd");
  }

  @Test
  void onlyTheNamedLayers() {
    FreezePlan plan =
        FreezeSpec.parse("layers:stage2_block1_conv1_fwd,stem_conv_fwd")
            .resolve(LAYERS, BatchNormRule.KEEP_STATISTICS);

    assertThat(plan)
        .isEqualTo(
            new FreezePlan(
                Set.of("stem_conv_fwd", "stage2_block1_conv1_fwd"), BatchNormRule.KEEP_STATISTICS));
  }

  @Test
  void unknownLayersAreRefusedWithASuggestion() {
    assertThatThrownBy(() -> FreezeSpec.parse("until:stem_rely").resolve(LAYERS))
        .isInstanceOf(UnknownLayerException.class)
        .hasMessageContaining("did you mean 'stem_relu'?");
    assertThatThrownBy(() -> FreezeSpec.parse("layers:stem_relu,nope").resolve(LAYERS))
        .isInstanceOf(UnknownLayerException.class)
        .hasMessageContaining("'nope'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "none",
        "until:stem_batchnorm_fwd",
        "until:stage2_block1_conv1_fwd",
        "layers:stem_batchnorm_fwd",
        "layers:stem_conv_fwd,stage2_block1_conv1_fwd"
      })
  void aPlanFindsItsShortestSpecification(String text) {
    FreezePlan plan = FreezeSpec.parse(text).resolve(LAYERS);

    assertThat(plan.shortestSpec(NETWORK, LAYERS)).hasToString(text);
  }

  @Test
  void layersWithoutParametersAndTheOldClassifierDoNotLengthenIt() {
    FreezePlan all = FreezeSpec.parse("all").resolve(LAYERS);
    List<Layer> classifier = List.of(LAYERS.require("classifier_fwd"));
    FreezePlan untilRelu = FreezeSpec.parse("until:stem_relu").resolve(LAYERS);
    List<Layer> relu = List.of(LAYERS.require("stem_relu"));

    assertThat(all.withThawed(classifier).shortestSpec(NETWORK, LAYERS)).hasToString("all");
    assertThat(untilRelu.withThawed(relu).shortestSpec(NETWORK, LAYERS))
        .hasToString("until:stem_batchnorm_fwd");
  }

  @Test
  void freezingAndThawingGroups() {
    LayerGroup stem = LAYERS.root().groups().get(0);
    FreezePlan none = FreezeSpec.parse("none").resolve(LAYERS);

    FreezePlan frozen = none.withFrozen(stem.allLayers());
    FreezePlan thawed = frozen.withThawed(stem.allLayers().subList(0, 1));

    assertThat(stem.allLayers()).allMatch(frozen::isFrozen);
    assertThat(thawed.frozen()).containsExactly("stem_batchnorm_fwd", "stem_relu");
    assertThat(thawed.withBatchNorm(BatchNormRule.ADAPT_STATISTICS).frozen())
        .isEqualTo(thawed.frozen());
  }
}
