package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezePlan;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.NetworkSplit;
import io.thaw.network.Node;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the window counts is what the training does. */
class TotalsTest {
  private static final TensorShape INPUT = TensorShape.of(3, 32, 32);
  private static final int CLASSES = 5;

  static Stream<Arguments> plans() {
    List<Network> networks = List.of(residual(), withFixedScale(residual()), withPositions());
    List<String> specs =
        List.of("all", "none", "until:stem_relu", "layers:stem_conv_fwd", "layers:stem_norm_fwd");
    return networks.stream()
        .flatMap(
            network ->
                specs.stream()
                    .flatMap(
                        spec ->
                            Stream.of(BatchNormRule.values())
                                .map(rule -> Arguments.of(network, spec, rule))));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void agreesWithTheSplitThatIsTrained(Network network, String spec, BatchNormRule rule) {
    LoadedNetwork loaded = LoadedNetwork.of(network, INPUT);
    FreezePlan plan = FreezeSpec.parse(spec).resolve(loaded.layers(), rule);
    NetworkSplit split = NetworkSplit.of(network, plan, INPUT, CLASSES);

    Totals totals = Totals.of(loaded, plan, CLASSES);

    assertThat(totals.trainable()).isEqualTo(size(split, split.trainableParameters()));
    assertThat(totals.frozen()).isEqualTo(size(split, split.frozenParameters()));
    assertThat(totals.head()).isEqualTo(size(split, split.headParameters()));
    assertThat(totals.boundary()).isEqualTo(split.boundaryLayer());
  }

  private static long size(NetworkSplit split, Set<String> parameters) {
    var shapes = ShapeInference.infer(split.whole(), INPUT);
    return parameters.stream()
        .mapToInt(name -> split.whole().indexOf(name).orElseThrow())
        .mapToLong(node -> shapes.output(node).orElseThrow().elements())
        .sum();
  }

  private static Network residual() {
    return body().add("sum", "stem_relu").globalPool("pool").fullyConnected("fc", 4).build();
  }

  /** The old classifier is a convolution, so that features still have positions. */
  private static Network withPositions() {
    return body().convolution("classifier", 4, 1, 1, 0).globalPool("pool").build();
  }

  private static NetworkBuilder body() {
    return new NetworkBuilder()
        .plainConvolution("stem_conv_fwd", 8, 3, 2, 1)
        .batchNorm("stem_norm_fwd")
        .relu("stem_relu")
        .convolution("conv_fwd", 8, 3, 1, 1)
        .batchNorm("norm_fwd");
  }

  private static Network withFixedScale(Network network) {
    List<Node> nodes = new ArrayList<>(network.nodes());
    nodes.replaceAll(
        node ->
            node.operator().equals("BatchNorm") ? node.withAttribute("fix_gamma", "True") : node);
    return new Network(nodes, network.heads());
  }
}
