package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("reference")
class ShapeInferenceReferenceTest {

  static List<Path> symbolFiles() throws IOException {
    return ReferenceNetworks.symbolFiles();
  }

  @ParameterizedTest
  @MethodSource("symbolFiles")
  void everyShapeIsTheOneThatTheEngineInfers(Path file) throws IOException {
    Network network = SymbolJson.read(file);
    int size = file.toString().contains("mobilenet_v1_0.5") ? 160 : 224;

    EngineShapes.assertSameAsEngine(network, TensorShape.of(3, size, size));
  }

  @ParameterizedTest
  @MethodSource("symbolFiles")
  void theEngineLoadsBothPartsOfRealNetworksCutTwoThirdsDown(Path file) throws IOException {
    Network network = SymbolJson.read(file);
    Layers layers = Layers.of(network);
    String until = layers.list().get(layers.list().size() * 2 / 3).name();
    TensorShape picture = TensorShape.of(3, 224, 224);

    NetworkSplit split =
        NetworkSplit.of(network, new FreezeSpec.Until(until).resolve(layers), picture, 5);

    assertThat(split.hasPrefix()).isTrue();
    EngineShapes.assertSameAsEngine(split.prefix(), picture);
    EngineShapes.assertSameAsEngine(split.tail(), split.boundary());
  }

  /**
   * ResNet-18 has 11,689,512 learnable values and 9,600 running statistics, and 1.8e9
   * multiply-adds.
   */
  @Test
  void theCostOfResNet18IsThePublishedOne() throws IOException {
    Path file =
        symbolFiles().stream()
            .filter(path -> path.endsWith("resnet18_v1-symbol.json"))
            .findFirst()
            .orElseThrow();
    Network network = SymbolJson.read(file);

    LayerCost total =
        NetworkCost.of(
                network,
                Layers.of(network),
                ShapeInference.infer(network, TensorShape.of(3, 224, 224)))
            .total();

    assertThat(total.parameters()).hasValue(11_689_512 + 9_600);
    assertThat(total.multiplyAdds().orElseThrow()).isBetween(1_805_000_000L, 1_830_000_000L);
  }
}
