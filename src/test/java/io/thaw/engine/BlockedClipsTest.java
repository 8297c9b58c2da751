package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.thaw.network.Network;
import io.thaw.network.Node;
import io.thaw.network.NodeEntry;
import io.thaw.network.TensorShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockedClipsTest {
  private static final TensorShape INPUT = TensorShape.of(8, 5, 7);
  private static final TensorShape WEIGHT = TensorShape.of(8, 8, 1, 1);

  /** A convolution, a clip, another convolution and another clip, and their sum. */
  private static Network network(String low, String high) {
    return new Network(
        List.of(
            Node.variable("data"),
            Node.variable("a_weight"),
            convolution("a", 0, 1),
            clip("first", 2, low, high),
            Node.variable("b_weight"),
            convolution("b", 3, 4),
            clip("second", 5, low, high),
            new Node("sum", "elemwise_add", Map.of(), List.of(NodeEntry.of(3), NodeEntry.of(6)))),
        List.of(NodeEntry.of(7)));
  }

  private static Node convolution(String name, int input, int weight) {
    return new Node(
        name,
        "Convolution",
        Map.of("kernel", "(1, 1)", "num_filter", "8", "no_bias", "True"),
        List.of(NodeEntry.of(input), NodeEntry.of(weight)));
  }

  private static Node clip(String name, int input, String low, String high) {
    return new Node(
        name, "clip", Map.of("a_min", low, "a_max", high), List.of(NodeEntry.of(input)));
  }

  private static float[] random(long seed, int count, float scale) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = scale * (float) random.nextGaussian();
    }
    return values;
  }

  private static Map<String, Tensor> weights() {
    return new HashMap<>(
        Map.of(
            "a_weight", new Tensor(WEIGHT, random(1, 64, 1)),
            "b_weight", new Tensor(WEIGHT, random(2, 64, 1))));
  }

  /** Output, and gradients of its sum of squares. */
  private record Result(float[] output, float[] gradientA, float[] gradientB) {}

  private static Result run(Network network, Map<String, Tensor> parameters) {
    Set<String> learn = Set.of("a_weight", "b_weight");
    try (EngineSession session = EngineSession.open(1);
        SymbolGraph graph = new SymbolGraph(session.manager(), network, parameters, learn, false);
        NDManager batch = session.manager().newSubManager()) {
      NDArray data = batch.create(random(3, 4 * 280, 3), new Shape(4, 8, 5, 7));
      NDArray output;
      try (GradientCollector collector = EngineSession.engine().newGradientCollector()) {
        output = graph.forward(data, true);
        collector.backward(output.square().sum());
      }
      return new Result(
          output.toFloatArray(),
          graph.array("a_weight").getGradient().toFloatArray(),
          graph.array("b_weight").getGradient().toFloatArray());
    }
  }

  @Test
  void itComputesAndLearnsAsTheClipDoes() {
    Network network = network("0", "6");
    BlockedClips.Rewritten rewritten = BlockedClips.rewrite(network, INPUT);
    Map<String, Tensor> all = weights();
    all.putAll(rewritten.constants());

    Result wanted = run(network, weights());
    Result got = run(rewritten.network(), all);

    assertThat(rewritten.network().nodes()).noneMatch(node -> node.operator().equals("clip"));
    assertThat(got.output()).containsExactly(wanted.output(), within(5e-6f));
    // Both limits must be met by some values, or the test says nothing of them.
    assertThat(wanted.output()).contains(0f).contains(12f);
    assertThat(got.gradientA()).containsExactly(wanted.gradientA(), within(0.05f));
    assertThat(got.gradientB()).containsExactly(wanted.gradientB(), within(0.05f));
  }

  @Test
  void allClipsShareTheirConstants() {
    BlockedClips.Rewritten rewritten = BlockedClips.rewrite(network("0", "6"), INPUT);

    assertThat(rewritten.constants()).hasSize(2);
    assertThat(weights().keySet()).doesNotContainAnyElementsOf(rewritten.constants().keySet());
  }

  @Test
  void otherLimitsStayAClip() {
    Network network = network("-1", "6");

    assertThat(BlockedClips.rewrite(network, INPUT).network()).isEqualTo(network);
  }

  @Test
  void whatIsNoPictureStaysAClip() {
    Network flat =
        new Network(
            List.of(Node.variable("data"), clip("only", 0, "0", "6")), List.of(NodeEntry.of(1)));

    assertThat(BlockedClips.rewrite(flat, TensorShape.of(8)).network()).isEqualTo(flat);
  }
}
