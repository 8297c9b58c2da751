package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layer;
import io.thaw.network.LayerGroup;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.TensorShape;
import io.thaw.network.UnknownLayerException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkModelTest {
  /** Stem 3 to 8 channels; stage 1 with 8, stage 2 with 16 channels and a shortcut. */
  private static final LoadedNetwork NETWORK =
      LoadedNetwork.of(ResidualNetworks.small(List.of(8, 16), 10), TensorShape.of(3, 32, 32));

  private static final long STEM_CONVOLUTION = 3 * 8 * 9;
  private static final long STEM_GAMMA_BETA = 2 * 8;
  private static final long STEM_STATISTICS = 2 * 8;
  private static final long STAGE_1_LEARNABLE = 2 * (8 * 8 * 9 + 2 * 8);
  private static final long STAGE_1_STATISTICS = 2 * 2 * 8;
  private static final long STAGE_2_LEARNABLE =
      (8 * 16 * 9 + 2 * 16) + (16 * 16 * 9 + 2 * 16) + (8 * 16 + 2 * 16);
  private static final long STAGE_2_STATISTICS = 3 * 2 * 16;
  private static final long LEARNABLE =
      STEM_CONVOLUTION + STEM_GAMMA_BETA + STAGE_1_LEARNABLE + STAGE_2_LEARNABLE;
  private static final long STATISTICS = STEM_STATISTICS + STAGE_1_STATISTICS + STAGE_2_STATISTICS;

  private final NetworkModel model = new NetworkModel();

  @BeforeEach
  void show() {
    model.show(NETWORK);
  }

  @Test
  void startsWithEveryLayerFrozen() {
    assertThat(model.freezeSpec()).isEqualTo("all");
    assertTotals(0, LEARNABLE + STATISTICS);
    assertThat(model.cutSentenceProperty().get()).contains("classifier_pool");
  }

  @Test
  void countsTheHeadOnceTheNumberOfClassesIsKnown() {
    model.classCountProperty().set(5);

    assertThat(model.headParametersProperty().get()).isEqualTo(16 * 5 + 5);
    assertThat(model.trainableParametersProperty().get()).isEqualTo(16 * 5 + 5);

    model.classCountProperty().set(7);

    assertThat(model.trainableParametersProperty().get()).isEqualTo(16 * 7 + 7);
  }

  @Test
  void movesALayersValuesFromFrozenToTrainableAndBack() {
    model.toggle(List.of(layer("stem_conv_fwd")));

    assertTotals(STEM_CONVOLUTION, LEARNABLE + STATISTICS - STEM_CONVOLUTION);

    model.toggle(List.of(layer("stem_conv_fwd")));

    assertTotals(0, LEARNABLE + STATISTICS);
  }

  @Test
  void countsRunningStatisticsOfATrainableLayerOnNeitherSide() {
    model.setFrozen(List.of(layer("stem_batchnorm_fwd")), false);

    assertTotals(STEM_GAMMA_BETA, LEARNABLE + STATISTICS - STEM_GAMMA_BETA - STEM_STATISTICS);
  }

  @Test
  void doesNotCountStatisticsAsFrozenWhenAllAdapt() {
    model
        .planProperty()
        .set(model.planProperty().get().withBatchNorm(BatchNormRule.ADAPT_STATISTICS));

    assertTotals(0, LEARNABLE);
    assertThat(model.cutSentenceProperty().get()).contains("stem_conv_fwd");
  }

  @Test
  void freezesUpToALayerAndTrainsWhatFollows() {
    model.unfreezeAll();

    model.freezeUntil(layer("stage1_block1_relu2"));

    assertThat(model.freezeSpec()).isEqualTo("until:stage1_block1_batchnorm2_fwd");
    assertThat(model.boundaryProperty().get()).isEqualTo("stage1_block1_relu2");
    assertTotals(
        STAGE_2_LEARNABLE, LEARNABLE - STAGE_2_LEARNABLE + STATISTICS - STAGE_2_STATISTICS);
    assertThat(model.cutSentenceProperty().get()).contains("stage1_block1_relu2");
  }

  @Test
  void cutsBeforeABlockOfWhichALayerIsTrained() {
    model.freezeUntil(layer("stage1_block1_conv2_fwd"));

    assertThat(model.cutSentenceProperty().get()).contains("stem_relu");
  }

  @Test
  void trainsFromALayerOn() {
    model.trainFrom(layer("stage1_block1_conv1_fwd"));

    assertThat(model.freezeSpec()).isEqualTo("until:stem_batchnorm_fwd");
    assertThat(model.stateOf(layer("stem_conv_fwd"))).isEqualTo(LayerState.FROZEN);
    assertThat(model.stateOf(layer("stage1_block1_conv1_fwd"))).isEqualTo(LayerState.TRAINABLE);

    model.trainFrom(layer("stem_conv_fwd"));

    assertThat(model.freezeSpec()).isEqualTo("none");
  }

  @Test
  void saysThatNothingIsComputedAheadWhenTheFirstLayerIsTrained() {
    model.unfreezeAll();

    assertTotals(LEARNABLE, 0);
    assertThat(model.cutSentenceProperty().get()).startsWith("Nothing can be computed ahead");
  }

  @Test
  void tellsThreeStatesOfAGroupApart() {
    LayerGroup stem = NETWORK.layers().root().groups().get(0);
    assertThat(stem.allLayers()).contains(layer("stem_conv_fwd"), layer("stem_batchnorm_fwd"));
    assertThat(model.stateOf(stem.allLayers())).isEqualTo(LayerState.FROZEN);

    model.toggle(List.of(layer("stem_conv_fwd")));
    assertThat(model.stateOf(stem.allLayers())).isEqualTo(LayerState.PARTLY);

    model.toggle(stem.allLayers());
    assertThat(model.stateOf(stem.allLayers())).isEqualTo(LayerState.FROZEN);

    model.toggle(stem.allLayers());
    assertThat(model.stateOf(stem.allLayers())).isEqualTo(LayerState.TRAINABLE);
  }

  @Test
  void knowsLayersThatHaveNothingToFreezeAndLayersThatAreReplaced() {
    assertThat(model.stateOf(layer("stem_relu"))).isEqualTo(LayerState.NOTHING);
    assertThat(model.stateOf(layer("classifier_pool"))).isEqualTo(LayerState.NOTHING);
    assertThat(model.stateOf(layer("classifier_fwd"))).isEqualTo(LayerState.REPLACED);
    assertThat(model.stateOf(layer("classifier_softmax"))).isEqualTo(LayerState.REPLACED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "none",
        "until:stem_batchnorm_fwd",
        "until:stage1_block1_batchnorm1_fwd",
        "layers:stem_batchnorm_fwd,stage2_block1_conv1_fwd"
      })
  void writesThePlanAsItWasGiven(String spec) {
    model.setFreezeSpec(spec);

    assertThat(model.freezeSpec()).isEqualTo(spec);
  }

  @Test
  void writesAPlanClickedTogetherSoThatItMeansTheSame() {
    model.freezeUntil(layer("stage1_block1_relu2"));
    model.toggle(List.of(layer("stem_conv_fwd")));

    var meant = FreezeSpec.parse(model.freezeSpec()).resolve(NETWORK.layers());

    assertThat(model.freezeSpec()).startsWith("layers:stem_batchnorm_fwd,");
    assertThat(NETWORK.kept())
        .filteredOn(Layer::hasParameters)
        .allSatisfy(
            layer ->
                assertThat(meant.isFrozen(layer))
                    .isEqualTo(model.planProperty().get().isFrozen(layer)));
  }

  @Test
  void namesTheLastFrozenLayerWhenOnlyClicksMadeThePlan() {
    model.unfreezeAll();
    model.toggle(List.of(layer("stem_conv_fwd")));
    model.toggle(List.of(layer("stem_batchnorm_fwd")));

    assertThat(model.freezeSpec()).isEqualTo("until:stem_batchnorm_fwd");
  }

  @Test
  void keepsThePlanWhenASpecificationNamesAnUnknownLayer() {
    assertThatThrownBy(() -> model.setFreezeSpec("until:stem_conv"))
        .isInstanceOf(UnknownLayerException.class)
        .hasMessageContaining("stem_conv_fwd");
    assertThat(model.freezeSpec()).isEqualTo("all");
  }

  @Test
  void forgetsPlanAndSelectionWithTheNetwork() {
    model.select(List.of(layer("stem_conv_fwd")));
    model.unfreezeAll();

    model.show(NETWORK);

    assertThat(model.selection()).isEmpty();
    assertThat(model.freezeSpec()).isEqualTo("all");

    model.show(null);

    assertTotals(0, 0);
    assertThat(model.cutSentenceProperty().get()).isEmpty();
  }

  private Layer layer(String name) {
    return NETWORK.layers().require(name);
  }

  private void assertTotals(long trainable, long frozen) {
    assertThat(model.trainableParametersProperty().get()).isEqualTo(trainable);
    assertThat(model.frozenParametersProperty().get()).isEqualTo(frozen);
  }
}
