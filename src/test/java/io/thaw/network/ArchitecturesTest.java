package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitecturesTest {
  private static final int CLASSES = 200;

  @ParameterizedTest
  @EnumSource
  void groupsReadAsStemStagesAndClassifier(Architecture architecture) {
    List<String> groups =
        Layers.of(architecture.network(CLASSES)).root().groups().stream()
            .map(LayerGroup::name)
            .toList();

    assertThat(groups)
        .containsExactly("stem", "stage1", "stage2", "stage3", "stage4", "classifier");
  }

  @ParameterizedTest
  @EnumSource
  void hasAtMostThreeMillionValuesAtEverySize(Architecture architecture) {
    Network network = architecture.network(CLASSES);
    for (int side : List.of(48, 64, 96, 160, 223, 224)) {
      InferredShapes shapes = ShapeInference.infer(network, TensorShape.of(3, side, side));

      assertThat(shapes.output(network.heads().get(0).node()).orElseThrow())
          .isEqualTo(TensorShape.of(1, CLASSES));
      assertThat(
              NetworkCost.of(network, Layers.of(network), shapes)
                  .total()
                  .parameters()
                  .orElseThrow())
          .isBetween(1_000_000L, 3_000_000L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(Architecture architecture) {
    assertThat(Architecture.named(architecture.id())).contains(architecture);
  }

  @ParameterizedTest
  @EnumSource
  void namesTheClassifiersParameters(Architecture architecture) {
    Network network = architecture.network(CLASSES);
    LinkedHashSet<String> last =
        Layers.of(network).require("classifier_fwd").parameters().stream()
            .map(LayerParameter::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    assertThat(last).containsExactlyElementsOf(Architecture.CLASSIFIER);
  }
}
