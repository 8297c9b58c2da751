package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeNetworkTest {
  private static final TensorShape INPUT = TensorShape.of(3, 8, 8);

  private static ProbeNetwork probe(NetworkBuilder builder) {
    return ProbeNetwork.of(builder.build(), INPUT);
  }

  private static List<String> names(ProbeNetwork probe) {
    return probe.points().stream().map(it -> it.layer().name()).toList();
  }

  @Test
  void everyCutPointUpToTheFeaturesHasColumnsOfItsOwn() {
    ProbeNetwork probe =
        probe(
            new NetworkBuilder()
                .convolution("stem", 8, 3, 1, 1)
                .relu("stem_relu")
                .convolution("inner", 8, 3, 1, 1)
                .add("sum", "stem_relu")
                .convolution("wide", 20, 3, 2, 1)
                .relu("wide_relu")
                .globalPool("pool")
                .flatten("flat")
                .fullyConnected("classifier", 4)
                .softmax("softmax"));

    assertThat(names(probe)).containsExactly("stem", "stem_relu", "sum", "wide", "pool");
    assertThat(probe.points().stream().map(ProbeNetwork.Point::from))
        .containsExactly(0, 8, 16, 24, 44);
    assertThat(probe.size()).isEqualTo(64);
    Network network = probe.network();
    assertThat(network.indexOf("classifier")).isEmpty();
    assertThat(
            ShapeInference.infer(network, INPUT)
                .output(network.heads().get(0).node())
                .orElseThrow())
        .isEqualTo(TensorShape.of(1, 64));
  }

  @Test
  void freezingUpToTheLastLayerWithParametersFreezesAll() {
    ProbeNetwork probe =
        probe(
            new NetworkBuilder()
                .convolution("a", 8, 3, 1, 1)
                .convolution("b", 8, 3, 1, 1)
                .relu("b_relu")
                .pool("max", "max", 2, 2, 0)
                .fullyConnected("classifier", 4));

    assertThat(names(probe)).containsExactly("a", "b", "b_relu", "max");
    assertThat(probe.points().stream().map(ProbeNetwork.Point::last))
        .containsExactly(false, true, true, true);
  }

  @Test
  void whatOnlyRepeatsTheOneBeforeIsLeftOut() {
    ProbeNetwork probe =
        probe(
            new NetworkBuilder()
                .plainConvolution("c", 8, 3, 1, 1)
                .batchNorm("c_bn")
                .relu("r")
                .dropout("drop", 0.3)
                .operator("half", "_mul_scalar", Map.of("scalar", "0.5"), List.of("drop"))
                .pool("average", "avg", 8, 1, 0)
                .flatten("flat")
                .fullyConnected("hidden", 6)
                .relu("hidden_relu")
                .fullyConnected("classifier", 4));

    assertThat(names(probe)).containsExactly("c_bn", "r", "hidden", "hidden_relu");
    assertThat(probe.points().stream().map(ProbeNetwork.Point::channels))
        .containsExactly(8, 8, 6, 6);
  }

  @Test
  void whatChangesTheAveragesIsKept() {
    ProbeNetwork probe =
        probe(
            new NetworkBuilder()
                .convolution("c", 8, 3, 1, 1)
                .pool("part", "avg", 3, 2, 1)
                .pool("most", "max", 4, 1, 0)
                .operator("mean", "mean", Map.of("axis", "(1, 2)"), List.of("most"))
                .fullyConnected("classifier", 4));

    assertThat(names(probe)).startsWith("c", "part", "most").hasSize(4);
  }

  @Test
  void beforeTheFirstParametersThereIsNothingToFreeze() {
    ProbeNetwork probe =
        probe(
            new NetworkBuilder()
                .operator("scaled", "_div_scalar", Map.of("scalar", "2"), List.of("data"))
                .convolution("c", 8, 3, 1, 1)
                .globalPool("pool")
                .fullyConnected("classifier", 4));

    assertThat(names(probe)).containsExactly("pool");
    assertThatThrownBy(() -> probe(new NetworkBuilder().relu("r").fullyConnected("classifier", 4)))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining("no layers with parameters");
  }

  @Test
  void namesThatThereAreAlreadyAreNotTaken() {
    ProbeNetwork probe =
        probe(
            new NetworkBuilder()
                .convolution("probe0_pool", 8, 3, 1, 1)
                .relu("probeall")
                .fullyConnected("classifier", 4));

    assertThat(names(probe)).containsExactly("probe0_pool", "probeall");
  }

  @Test
  void anOperatorThatHidesShapesIsRefused() {
    assertThatThrownBy(
            () ->
                probe(
                    new NetworkBuilder()
                        .convolution("c", 8, 3, 1, 1)
                        .operator("odd", "Unheard", Map.of(), List.of("c"))
                        .fullyConnected("classifier", 4)))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining("'odd'");
  }
}
