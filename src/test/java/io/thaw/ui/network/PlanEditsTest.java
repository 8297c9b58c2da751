package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.thaw.job.ProbeResult;
import io.thaw.network.Layer;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.TensorShape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Presets, learning rates, undo, and what cards say of measurements. */
class PlanEditsTest {
  private static final LoadedNetwork NETWORK =
      LoadedNetwork.of(ResidualNetworks.small(List.of(8, 16), 10), TensorShape.of(3, 32, 32));

  private final NetworkModel model = new NetworkModel();

  @BeforeEach
  void show() {
    model.show(NETWORK);
  }

  private static Layer layer(String name) {
    return NETWORK.layers().require(name);
  }

  private List<String> trainable() {
    return NETWORK.layers().list().stream()
        .filter(layer -> model.stateOf(layer) == LayerState.TRAINABLE)
        .map(Layer::name)
        .toList();
  }

  @Test
  void presetsTrainWhatTheySay() {
    model.apply(Preset.LAST_STAGE);
    assertThat(trainable()).isNotEmpty().allMatch(name -> name.startsWith("stage2"));
    model.apply(Preset.LAST_BLOCK);
    assertThat(trainable()).isNotEmpty().allMatch(name -> name.startsWith("stage2_block1"));
    model.apply(Preset.BATCH_NORM);
    assertThat(trainable()).hasSize(6).allMatch(name -> name.contains("batchnorm"));
    model.apply(Preset.EVERYTHING);
    assertThat(model.freezeSpec()).isEqualTo("none");
    model.apply(Preset.FEATURE_EXTRACTION);
    assertThat(model.freezeSpec()).isEqualTo("all");
  }

  @Test
  void invertingTwiceChangesNothing() {
    model.apply(Preset.LAST_STAGE);
    List<String> before = trainable();

    model.invert();
    assertThat(trainable()).isNotEmpty().doesNotContainAnyElementsOf(before);
    model.invert();

    assertThat(trainable()).isEqualTo(before);
  }

  @Test
  void everyChangeIsTakenBackAndMadeAgain() {
    model.apply(Preset.LAST_STAGE);
    model.toggle(List.of(layer("stem_conv_fwd")));
    List<String> last = trainable();

    model.history().undo();
    model.history().undo();
    assertThat(model.freezeSpec()).isEqualTo("all");
    assertThat(model.history().undoableProperty().get()).isFalse();
    model.history().redo();
    model.history().redo();

    assertThat(trainable()).isEqualTo(last);
    assertThat(model.history().redoableProperty().get()).isFalse();
  }

  @Test
  void aNewChangeEndsWhatCouldBeMadeAgain() {
    model.apply(Preset.LAST_STAGE);
    model.history().undo();

    model.apply(Preset.EVERYTHING);

    assertThat(model.history().redoableProperty().get()).isFalse();
    model.history().undo();
    assertThat(model.freezeSpec()).isEqualTo("all");
  }

  @Test
  void anotherNetworkForgetsTheHistory() {
    model.apply(Preset.LAST_STAGE);

    model.show(NETWORK);

    assertThat(model.history().undoableProperty().get()).isFalse();
  }

  @Test
  void aRateThawsAndIsOneChange() {
    model.setRate(List.of(layer("stem_conv_fwd"), layer("stem_relu")), 0.1);

    assertThat(trainable()).containsExactly("stem_conv_fwd");
    assertThat(model.rateSpec()).containsExactly(entry("stem_conv_fwd", 0.1));
    model.history().undo();
    assertThat(model.freezeSpec()).isEqualTo("all");
    assertThat(model.rateSpec()).isEmpty();
  }

  @Test
  void aPlanMadeBeforeComesBack() {
    model.restore("until:stem_relu", Map.of("stage1_block1_conv1_fwd", 0.1));

    assertThat(model.freezeSpec()).isEqualTo("until:stem_batchnorm_fwd");
    assertThat(model.rateSpec()).containsExactly(entry("stage1_block1_conv1_fwd", 0.1));
    assertThat(model.history().undoableProperty().get()).isFalse();
  }

  @Test
  void aPlanOfAnotherNetworkChangesNothing() {
    model.restore("until:elsewhere", Map.of("elsewhere", 0.1));

    assertThat(model.freezeSpec()).isEqualTo("all");
    assertThat(model.rateSpec()).isEmpty();
  }

  @Test
  void aRateOfZeroFreezesAndOneIsNothingSpecial() {
    model.setRate(List.of(layer("stem_conv_fwd")), 0.1);

    model.setRate(List.of(layer("stem_conv_fwd")), 0);
    assertThat(model.freezeSpec()).isEqualTo("all");
    assertThat(model.rateSpec()).isEmpty();
    model.setRate(List.of(layer("stem_conv_fwd")), 1);

    assertThat(trainable()).containsExactly("stem_conv_fwd");
    assertThat(model.rateSpec()).isEmpty();
  }

  @Test
  void theBarsCompareLayersWithTheOneThatMovedFurthest() {
    model.movedProperty().set(Map.of("stem_conv_fwd", 0.02, "stage1_block1_conv1_fwd", 0.08));
    Measures measures = new Measures(model);

    assertThat(measures.movedShare(new Part.Single(layer("stem_conv_fwd")))).isEqualTo(0.25);
    assertThat(measures.movedShare(new Part.Single(layer("stage1_block1_conv1_fwd")))).isEqualTo(1);
    assertThat(measures.movedShare(new Part.Single(layer("stem_relu")))).isNegative();
  }

  @Test
  void aFoldedGroupShowsTheProbeOfItsLastPoint() {
    model
        .probeProperty()
        .set(
            ProbeControllerTest.result(
                "until:stage1_block1_relu2",
                new ProbeResult.Point("stem_relu", "stem", 8, 0.5, 0.4, 0.6),
                new ProbeResult.Point("stage1_block1_relu2", "stage1/block1", 8, 0.8, 0.7, 0.9)));
    Measures measures = new Measures(model);
    Part stem =
        NetworkGraph.of(NETWORK, java.util.Set.of()).parts().get(Part.groupId(List.of("stem")));
    Part stage =
        NetworkGraph.of(NETWORK, java.util.Set.of()).parts().get(Part.groupId(List.of("stage1")));

    assertThat(measures.gauge(stem).value()).isEqualTo(0.5);
    assertThat(measures.gauge(stem).best()).isFalse();
    assertThat(measures.gauge(stage).value()).isEqualTo(0.8);
    assertThat(measures.gauge(stage).best()).isTrue();
    assertThat(measures.words(stage)).contains("80 % (70 to 90)");
  }

  @Test
  void cardsNameLayersWithoutWhatTheirFrameSays() {
    ShortNames names = new ShortNames(NETWORK);

    assertThat(names.of(layer("stage1_block1_conv1_fwd"))).isEqualTo("conv1");
    assertThat(names.of(layer("stem_conv_fwd"))).isEqualTo("conv");
    assertThat(NETWORK.layers().list()).allSatisfy(it -> assertThat(names.of(it)).isNotEmpty());
  }

  @Test
  void settingsReadAsWords() {
    assertThat(AttributeText.of(NETWORK.network().node(layer("stem_conv_fwd").node())))
        .isEqualTo("8 filters of 3×3, stride 2, padding 1, no bias");
  }
}
