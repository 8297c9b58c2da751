package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any network and any plan, checked on random ones. */
class NetworkSplitPropertyTest {
  private static final TensorShape PICTURE = TensorShape.of(4, 6, 6);

  static LongStream seeds() {
    return LongStream.range(0, 80);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cutPointsAreWhatSeparatesThePictureFromTheHead(long seed) {
    Network network = new RandomNetworks(seed).next();

    List<Integer> separating = new ArrayList<>();
    for (int i = 0; i < network.nodes().size(); i++) {
      if (!network.node(i).isVariable() && !reachesHeadWithout(network, i)) {
        separating.add(i);
      }
    }
    assertThat(CutPoints.of(network)).isEqualTo(separating);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void prefixAndTailCoverTheWholeAndThePrefixIsFrozenAndAsLargeAsItCanBe(long seed) {
    RandomNetworks random = new RandomNetworks(seed);
    Network network = random.next();
    FreezePlan plan = random.plan(network);

    NetworkSplit split = NetworkSplit.of(network, plan, PICTURE, 3);

    List<String> prefix = names(split.prefix());
    List<String> parts = new ArrayList<>(prefix);
    parts.addAll(names(split.tail()));
    parts.add("head_softmax");
    assertThat(parts).containsExactlyElementsOf(names(split.whole()));
    assertThat(prefix).allMatch(name -> isFixed(network, plan, name));
    assertLargest(network, plan, prefix);
    assertShapes(split);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyParameterHasExactlyOneFate(long seed) {
    RandomNetworks random = new RandomNetworks(seed);
    Network network = random.next();
    FreezePlan plan = random.plan(network);

    NetworkSplit split = NetworkSplit.of(network, plan, PICTURE, 3);

    List<String> fates = new ArrayList<>(split.frozenParameters());
    fates.addAll(split.trainableParameters());
    fates.addAll(split.adaptedStatistics());
    Set<String> all = new HashSet<>(split.prefixParameters());
    all.addAll(split.tailParameters());
    assertThat(fates).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    assertThat(split.frozenParameters()).containsAll(split.prefixParameters());
    for (Layer layer : Layers.of(split.tail()).list()) {
      if (layer.operator().equals("BatchNorm")) {
        String mean = layer.parameters().get(2).name();
        Node node = split.tail().node(layer.node());
        assertThat(node.attributes())
            .containsEntry(
                "use_global_stats", split.adaptedStatistics().contains(mean) ? "False" : "True");
      }
    }
  }

  /** From the boundary, the next cut point needs a layer that is not fixed. */
  private static void assertLargest(Network network, FreezePlan plan, List<String> prefix) {
    int features = FeatureLayer.find(network);
    for (int cut : CutPoints.of(network)) {
      if (cut <= features && !prefix.contains(network.node(cut).name())) {
        assertThat(names(new Subgraph(network, network.input()).until(cut)))
            .as("layers up to the next cut point")
            .anyMatch(name -> !isFixed(network, plan, name));
        return;
      }
    }
  }

  private static void assertShapes(NetworkSplit split) {
    assertThat(output(split.prefix(), PICTURE)).isEqualTo(split.boundary().withBatch(1));
    assertThat(output(split.tail(), split.boundary())).isEqualTo(TensorShape.of(1, 3));
    assertThat(output(split.whole(), PICTURE)).isEqualTo(TensorShape.of(1, 3));
  }

  private static boolean isFixed(Network network, FreezePlan plan, String name) {
    Layer layer = Layers.of(network).require(name);
    boolean adapts =
        layer.operator().equals("BatchNorm") && plan.batchNorm() == BatchNormRule.ADAPT_STATISTICS;
    return !layer.hasParameters() || (plan.frozen().contains(name) && !adapts);
  }

  private static boolean reachesHeadWithout(Network network, int removed) {
    boolean[] reached = new boolean[network.nodes().size()];
    reached[network.input()] = true;
    for (int i = 0; i < reached.length; i++) {
      for (NodeEntry input : network.node(i).inputs()) {
        reached[i] |= i != removed && reached[input.node()];
      }
    }
    return reached[network.heads().get(0).node()];
  }

  private static TensorShape output(Network network, TensorShape input) {
    int head = network.heads().get(0).node();
    return ShapeInference.infer(network, input).output(head).orElseThrow();
  }

  private static List<String> names(Network network) {
    return Layers.of(network).list().stream().map(Layer::name).toList();
  }
}
