package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.thaw.engine.DirectFloats;
import io.thaw.engine.EngineSession;
import io.thaw.engine.Initializer;
import io.thaw.engine.MxTail;
import io.thaw.engine.OptimizerSettings;
import io.thaw.engine.TailState;
import io.thaw.engine.Tensor;
import io.thaw.engine.TrainableTail;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkSplit;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Distances of a tail in the real engine. */
class LayerMovementTest {
  private static final TensorShape INPUT = TensorShape.of(3, 16, 16);
  private static final int COUNT = 4;
  private static final OptimizerSettings SGD = new OptimizerSettings(false, 0.9, 0);

  private final NetworkSplit split = split("until:stem_relu");
  private final Map<String, Tensor> start =
      new HashMap<>(Initializer.random(split.whole(), INPUT, 5));

  private static NetworkSplit split(String freeze) {
    Network source = ResidualNetworks.small(List.of(4, 8), 10);
    return NetworkSplit.of(source, FreezeSpec.parse(freeze).resolve(Layers.of(source)), INPUT, 3);
  }

  private static void learn(NetworkSplit split, TrainableTail tail) {
    FloatBuffer features = DirectFloats.allocate(COUNT * split.boundary().elements());
    Random random = new Random(2);
    for (int i = 0; i < features.capacity(); i++) {
      features.put(i, (float) random.nextGaussian());
    }
    tail.step(features, new int[] {0, 1, 2, 0}, COUNT, 0.05);
    tail.score();
  }

  @Test
  void theLengthOfTheWayIsOverTheLengthOfTheBeginning() {
    Tensor gamma = start.get("stage1_block1_batchnorm1_gamma");
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, split, start, SGD)) {
      LayerMovement movement = new LayerMovement(split, start);
      assertThat(movement.of(tail).values()).isNotEmpty().containsOnly(0.0);

      learn(split, tail);

      Map<String, Double> moved = movement.of(tail);
      double sum = 0;
      for (String name : List.of("gamma", "beta")) {
        Tensor now = tail.parameters().get("stage1_block1_batchnorm1_" + name);
        for (int i = 0; i < now.values().length; i++) {
          double before = start.get("stage1_block1_batchnorm1_" + name).values()[i];
          sum += Math.pow(now.values()[i] - before, 2);
        }
      }
      // All scales begin with 1 and all shifts with 0; running statistics do not count.
      assertThat(gamma.values()).containsOnly(1f);
      assertThat(moved.get("stage1_block1_batchnorm1_fwd"))
          .isPositive()
          .isCloseTo(Math.sqrt(sum / gamma.values().length), within(1e-12));
    }
  }

  @Test
  void eachLayerThatLearnsIsThereInOrderWithTheHeadLast() {
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, split, start, SGD)) {
      assertThat(new LayerMovement(split, start).of(tail).keySet())
          .containsExactly(
              "stage1_block1_conv1_fwd",
              "stage1_block1_batchnorm1_fwd",
              "stage1_block1_conv2_fwd",
              "stage1_block1_batchnorm2_fwd",
              "stage2_block1_conv1_fwd",
              "stage2_block1_batchnorm1_fwd",
              "stage2_block1_conv2_fwd",
              "stage2_block1_batchnorm2_fwd",
              "stage2_block1_shortcut_conv_fwd",
              "stage2_block1_shortcut_batchnorm_fwd",
              "head_fwd");
    }
  }

  @Test
  void aFrozenLayerInTheTailAndOneThatBeganWithZerosAreLeftOut() {
    NetworkSplit middle = split("layers:stage1_block1_conv2_fwd");
    Map<String, Tensor> zeros = new HashMap<>(start);
    zeros.computeIfPresent(
        "stage2_block1_conv1_weight",
        (name, it) -> new Tensor(it.shape(), new float[it.values().length]));
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, middle, zeros, SGD)) {
      assertThat(new LayerMovement(middle, zeros).of(tail))
          .containsKeys("stem_conv_fwd", "stage1_block1_conv1_fwd", "head_fwd")
          .doesNotContainKeys("stage1_block1_conv2_fwd", "stage2_block1_conv1_fwd");
    }
  }

  @Test
  void aTailThatGoesOnIsMeasuredFromTheFirstBeginning() {
    Map<String, Double> there;
    TailState state;
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, split, start, SGD)) {
      learn(split, tail);
      there = new LayerMovement(split, start).of(tail);
      state = tail.state();
    }
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, split, start, SGD)) {
      tail.restore(state);
      assertThat(new LayerMovement(split, start).of(tail)).isEqualTo(there);
      assertThatThrownBy(() -> tail.parameter("stem_conv_weight"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stem_conv_weight");
    }
  }
}
