package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.network.CutPoints;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.NetworkSplit;
import io.thaw.network.RandomNetworks;
import io.thaw.network.ReferenceNetworks;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.SymbolJson;
import io.thaw.network.TensorShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole networks and their prefixes in ONNX Runtime against MXNet. */
class WholeNetworksTest {
  private static final double CLOSE = 1e-4;
  private static final TensorShape SMALL = TensorShape.of(3, 64, 64);

  static List<Path> symbolFiles() throws IOException {
    return ReferenceNetworks.symbolFiles();
  }

  /** The prefix that ends in one of the places where the network can be cut. */
  private static Network prefix(Network network, TensorShape input, double share) {
    List<Integer> cuts = CutPoints.of(network);
    String until = network.node(cuts.get((int) (share * (cuts.size() - 1)))).name();
    Layers layers = Layers.of(network);
    return NetworkSplit.of(network, new FreezeSpec.Until(until).resolve(layers), input, 3).prefix();
  }

  private static void assertAgrees(Network network, TensorShape input, double... shares) {
    Map<String, Tensor> parameters = Engines.parameters(network, input, 1);
    assertClose(network, input, parameters);
    for (double share : shares) {
      Network prefix = prefix(network, input, share);
      assertThat(Engines.difference(prefix, prefix, input, parameters)).isLessThan(CLOSE);
    }
  }

  private static void assertClose(
      Network network, TensorShape input, Map<String, Tensor> parameters) {
    Engines.Differences differences = Engines.differences(network, input, parameters);
    assertThat(differences.ort()).as("ONNX Runtime").isLessThan(CLOSE);
    assertThat(differences.fused()).as("fused operators").isLessThan(CLOSE);
  }

  @Test
  void residualNetworksAgree() {
    Network network = ResidualNetworks.small(List.of(8, 16, 24), 7);
    TensorShape input = TensorShape.of(3, 33, 47);

    assertAgrees(network, input, 0.5);
  }

  @Test
  void theBundledNetworkAgrees() throws IOException {
    Network network =
        SymbolJson.read(
            Path.of(
                System.getProperty("thaw.install"), "assets/models/frost-64/frost-64-symbol.json"));

    assertAgrees(network, SMALL, 0.3, 0.7);
  }

  @Test
  void networksOfRandomStructureAgree() {
    RandomNetworks networks = new RandomNetworks(5);
    TensorShape input = TensorShape.of(2, 7, 9);
    for (int i = 0; i < 40; i++) {
      // The whole as a prefix, whose input has the name that the runners expect.
      Network network = prefix(networks.next(), input, 0.95);
      assertThat(Engines.difference(network, input, i)).isLessThan(CLOSE);
    }
  }

  /** Fusing moves parameters to other places among the arguments. */
  @Test
  void fusedOperatorsReadTheirOwnParameters() {
    Network network =
        new NetworkBuilder()
            .plainConvolution("stem", 8, 3, 1, 1)
            .batchNorm("stem_bn")
            .relu("stem_relu")
            .plainConvolution("c1", 8, 1, 1, 0)
            .batchNorm("bn1")
            .relu("r1")
            .convolution("c2", 8, 3, 1, 1, Map.of("num_group", "4", "no_bias", "True"))
            .batchNorm("bn2")
            .operator("squeeze", "_contrib_AdaptiveAvgPooling2D", Map.of(), List.of("bn2"))
            .convolution("gate_conv", 8, 1, 1, 0)
            .operator("gate", "sigmoid", Map.of(), List.of("gate_conv"))
            .operator("gated", "broadcast_mul", Map.of(), List.of("bn2", "gate"))
            .from("stem_relu")
            .plainConvolution("shortcut", 8, 1, 1, 0)
            .batchNorm("shortcut_bn")
            .from("gated")
            .add("sum", "shortcut_bn")
            .relu("out")
            .build();
    Map<String, Tensor> parameters = Engines.parameters(network, SMALL, 1);

    assertClose(network, SMALL, parameters);
  }

  @Tag("reference")
  @ParameterizedTest
  @MethodSource("symbolFiles")
  void realNetworksAgree(Path file) throws IOException {
    Network network = SymbolJson.read(file);
    // Its last pooling has a window of 13, which only the intended size fills.
    TensorShape input =
        file.toString().contains("squeezenet") ? TensorShape.of(3, 224, 224) : SMALL;

    boolean large = network.nodes().size() > 1000;
    assertAgrees(network, input, large ? new double[] {0.3} : new double[] {0.3, 0.7});
  }
}
