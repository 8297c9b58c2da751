package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerRatesTest {
  private static final Network NETWORK = ResidualNetworks.staged(List.of(4, 8), List.of(1, 2), 10);
  private static final Layers LAYERS = Layers.of(NETWORK);
  private static final TensorShape INPUT = TensorShape.of(3, 32, 32);

  @Test
  void groupsHavePaths() {
    assertThat(LAYERS.require("stage2_block1_conv1_fwd").groupPaths())
        .containsExactly("stage2", "stage2/block1");
    assertThat(LAYERS.groupPaths())
        .containsSubsequence("stem", "stage1", "stage2", "stage2/block1", "stage2/block2");
  }

  @Test
  void textAndRatesAreInverse() {
    LayerRates rates = LayerRates.parse("stage2=0.1, stem_conv_fwd = 0.5,,stage1=2");

    assertThat(rates.multipliers())
        .containsExactly(
            Map.entry("stage2", 0.1), Map.entry("stem_conv_fwd", 0.5), Map.entry("stage1", 2.0));
    assertThat(LayerRates.parse(rates.toString())).isEqualTo(rates);
    assertThat(LayerRates.parse(" ")).isEqualTo(LayerRates.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage2", "stage2=", "=0.1", "stage2=fast", "stage2:0.1", "0.1"})
  void anotherFormIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> LayerRates.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + text
                + "' does not say how fast a layer learns: use NAME=NUMBER, for example"
                + " stage4=0.1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "100.5", "NaN", "Infinity", "1e400"})
  void aNumberThatCannotBeIsRefused(String number) {
    assertThatThrownBy(() -> LayerRates.parse("stage1=1,stage2=" + number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "What the learning rate of 'stage2' is multiplied by must lie from 0 to 100; it is ");
  }

  @Test
  void nothingIsNoNumberAndANameComesOnce() {
    Map<String, Double> nothing = new LinkedHashMap<>();
    nothing.put("stage2", null);
    assertThatThrownBy(() -> new LayerRates(nothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'stage2'");
    assertThatThrownBy(() -> LayerRates.parse("stage2=1,stage2=0.5"))
        .hasMessage("'stage2' is given two learning rates.");
  }

  @Test
  void theClosestNameCountsWhateverTheOrder() {
    for (String text :
        List.of(
            "stage2=0.1,stage2/block1=0.01,stage2_block1_conv1_fwd=3",
            "stage2_block1_conv1_fwd=3,stage2/block1=0.01,stage2=0.1")) {
      Map<String, Double> resolved = LayerRates.parse(text).resolve(LAYERS);

      assertThat(resolved.keySet())
          .containsExactlyElementsOf(LAYERS.list().stream().map(Layer::name).toList());
      assertThat(resolved)
          .containsEntry("stage2_block1_conv1_fwd", 3.0)
          .containsEntry("stage2_block1_batchnorm1_fwd", 0.01)
          .containsEntry("stage2_block2_conv1_fwd", 0.1)
          .containsEntry("stage1_block1_conv1_fwd", 1.0)
          .containsEntry("stem_conv_fwd", 1.0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stage2_blok1_conv1, stage2_block1_conv1_fwd",
    "stag2, stage2",
    "stage2/blok1, stage2/block1"
  })
  void anUnknownNameSuggestsTheNearestLayerOrGroup(String name, String nearest) {
    assertThatThrownBy(() -> LayerRates.parse(name + "=0.1").resolve(LAYERS))
        .isInstanceOf(UnknownLayerException.class)
        .hasMessage(
            "The network has no layer or group '%s'; did you mean '%s'?".formatted(name, nearest));
  }

  @Test
  void zeroFreezesAsAFreezePlanDoes() {
    FreezePlan asked = FreezeSpec.parse("until:stem_relu").resolve(LAYERS);
    LayerRates rates = LayerRates.parse("stage1=0,stage1_block1_conv1_fwd=0.5,stage2/block2=0");

    FreezePlan plan = rates.freeze(asked, LAYERS);

    for (Layer layer : LAYERS.list()) {
      boolean stem = layer.group().equals(List.of("stem"));
      boolean zero =
          layer.groupPaths().contains("stage1") && !layer.name().equals("stage1_block1_conv1_fwd")
              || layer.groupPaths().contains("stage2/block2");
      assertThat(plan.isFrozen(layer)).as(layer.name()).isEqualTo(stem || zero);
    }
  }

  private static void require(String freeze, String rates) {
    LayerRates.parse(rates)
        .requireEffect(FreezeSpec.parse(freeze).resolve(LAYERS), NETWORK, LAYERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "until:stem_relu | stem=0.1 | 'stem' is frozen",
        "until:stem_relu | stem_conv_fwd=1 | 'stem_conv_fwd' is frozen",
        "all | stage2/block1=0.1 | 'stage2/block1' is frozen",
        "none | stem_relu=0.1 | A learning rate for 'stem_relu' has no effect",
        "none | classifier=0.1 | A learning rate for 'classifier' has no effect",
      })
  void aRateWithoutEffectIsRefused(String freeze, String rates, String sentence) {
    assertThatThrownBy(() -> require(freeze, rates))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "until:stem_relu, stem=0",
    "all, stage1=0",
    "none, classifier=0",
    "until:stage2_block1_conv1_fwd, stage2=0.1",
    "none, stem=0.1"
  })
  void aRateThatSomethingHearsIsTaken(String freeze, String rates) {
    require(freeze, rates);
  }

  @Test
  void theOldClassifierIsNothingThatCouldLearn() {
    // The group holds a layer that stays, which is frozen, and the last one, which is not.
    Network network =
        new NetworkBuilder()
            .convolution("conv", 4, 3, 2, 1)
            .relu("relu")
            .globalPool("pool")
            .fullyConnected("dense0", 8)
            .relu("relu0")
            .fullyConnected("dense1", 5)
            .softmax("softmax")
            .build();
    Layers layers = Layers.of(network);
    for (String name : List.of("dense0", "dense1")) {
      assertThat(layers.require(name).groupPaths()).contains("classifier");
    }
    FreezePlan plan = FreezeSpec.parse("layers:dense0").resolve(layers);

    assertThatThrownBy(
            () -> LayerRates.parse("classifier=0.5").requireEffect(plan, network, layers))
        .hasMessageStartingWith("'classifier' is frozen");
  }

  @Test
  void aSharedParameterTakesTheSmallestAndTheHeadNone() {
    Network network =
        new NetworkBuilder()
            .operator("a", "Convolution", convolution(), List.of("data", "shared", "a_bias"))
            .operator("b", "Convolution", convolution(), List.of("a", "shared", "b_bias"))
            .operator("c", "Convolution", convolution(), List.of("b", "shared", "c_bias"))
            .globalPool("pool")
            .fullyConnected("head_fwd", 5)
            .build();
    Layers layers = Layers.of(network);
    NetworkSplit split =
        NetworkSplit.of(network, FreezeSpec.parse("none").resolve(layers), INPUT, 3);
    assertThat(split.headParameters()).containsExactly("head_weight", "head_bias");

    assertThat(LayerRates.parse("b=0.25,c=2,head_fwd=0.5").ofParameters(layers, split))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("shared", 0.25, "a_bias", 1.0, "b_bias", 0.25, "c_bias", 2.0));
  }

  private static Map<String, String> convolution() {
    return Map.of("kernel", "(3, 3)", "pad", "(1, 1)", "stride", "(1, 1)", "num_filter", "3");
  }

  @Test
  void onlyWhatLearnsHasARate() {
    FreezePlan plan =
        LayerRates.parse("stage1=0").freeze(FreezeSpec.parse("none").resolve(LAYERS), LAYERS);
    NetworkSplit split = NetworkSplit.of(NETWORK, plan, INPUT, 3);

    Map<String, Double> rates = LayerRates.parse("stage1=0,stage2=0.1").ofParameters(LAYERS, split);

    assertThat(rates).containsEntry("stage2_block1_conv1_weight", 0.1).doesNotContainValue(0.0);
    Set<String> learning = new HashSet<>(split.trainableParameters());
    learning.removeAll(split.headParameters());
    assertThat(rates.keySet()).isEqualTo(learning);
  }
}
