package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The groups of real networks, as their papers describe them. */
@Tag("reference")
class GroupingReferenceTest {
  /** Groups with their number of blocks, then the features. */
  private static final Map<String, String> EXPECTED =
      Map.of(
          "mobilenet_v1_0.5",
          "stem stage1:1 stage2:2 stage3:2 stage4:6 stage5:2 classifier"
              + " | logits_avgpool_1a_avgpool_fwd",
          "mobilenet_v2",
          "stem stage1:1 stage2:2 stage3:3 stage4:7 stage5:4 final classifier"
              + " | logits_avgpool_fwd",
          "resnet152_v1d",
          "stem stage1:3 stage2:8 stage3:36 stage4:3 classifier | resnetv1d_pool1_fwd",
          "resnet18_v1",
          "stem stage1:2 stage2:2 stage3:2 stage4:2 classifier | resnetv10_pool1_fwd",
          "resnet50_v1",
          "stem stage1:3 stage2:4 stage3:6 stage4:3 classifier | resnetv10_pool1_fwd",
          "resnet50_v2",
          "stem stage1:3 stage2:4 stage3:6 stage4:3 final classifier | resnetv20_pool1_fwd",
          "se_resnext101_32x4d",
          "stem stage1:3 stage2:4 stage3:23 stage4:3 classifier | resnext0_pool1_fwd",
          "senet_154",
          "stem stage1:3 stage2:8 stage3:36 stage4:3 classifier | senet0_pool1_fwd",
          "squeezenet1.0",
          "stem stage1:3 stage2:4 stage3:1 classifier | squeezenet0_concat7");

  static List<Path> symbolFiles() throws IOException {
    return ReferenceNetworks.symbolFiles();
  }

  @ParameterizedTest
  @MethodSource("symbolFiles")
  void groupsAndFeaturesOfRealNetworks(Path file) throws IOException {
    Network network = SymbolJson.read(file);
    Layers layers = Layers.of(network);
    String groups =
        layers.root().groups().stream()
            .map(g -> g.groups().isEmpty() ? g.name() : g.name() + ":" + g.groups().size())
            .collect(Collectors.joining(" "));
    String features = network.node(FeatureLayer.find(network)).name();

    String name = file.getFileName().toString().replace("-symbol.json", "");
    assertThat(groups + " | " + features).isEqualTo(EXPECTED.get(name));
    assertThat(layers.root().layers()).as("layers outside of groups").isEmpty();
    assertThat(SymbolJson.read(SymbolJson.write(network))).isEqualTo(network);
  }
}
