package io.thaw.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
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
}
