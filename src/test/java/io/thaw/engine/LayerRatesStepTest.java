package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far one step and several carry a parameter whose rate is multiplied. */
class LayerRatesStepTest {
  private static final TensorShape INPUT = TensorShape.of(3, 16, 16);
  private static final int COUNT = 6;
  private static final String SLOW = "stage2_block1_conv1_weight";

  private final NetworkSplit split = split();
  private final Map<String, Tensor> start = Initializer.random(split.whole(), INPUT, 5);

  private static NetworkSplit split() {
    Network source = ResidualNetworks.small(List.of(4, 8), 10);
    return NetworkSplit.of(source, FreezeSpec.parse("none").resolve(Layers.of(source)), INPUT, 3);
  }

  private Map<String, Tensor> after(int steps, OptimizerSettings settings) {
    FloatBuffer features = DirectFloats.allocate(COUNT * INPUT.elements());
    Random random = new Random(2);
    for (int i = 0; i < features.capacity(); i++) {
      features.put(i, (float) random.nextGaussian());
    }
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, split, start, settings)) {
      for (int i = 0; i < steps; i++) {
        tail.step(features, new int[] {0, 1, 2, 0, 1, 2}, COUNT, 0.05);
        tail.score();
      }
      return tail.parameters();
    }
  }

  private static OptimizerSettings settings(boolean adam, Map<String, Double> rates) {
    return new OptimizerSettings(adam, 0, 0, rates);
  }

  @ParameterizedTest
  @CsvSource({"false, 0.1", "false, 3", "true, 0.1", "true, 3"})
  void theFirstStepIsMultipliedExactly(boolean adam, double multiplier) {
    Map<String, Tensor> full = after(1, settings(adam, Map.of()));
    Map<String, Tensor> changed = after(1, settings(adam, Map.of(SLOW, multiplier)));

    for (String name : split.tailParameters()) {
      float[] from = start.get(name).values();
      boolean slow = name.equals(SLOW);
      double moved = 0;
      for (int i = 0; i < from.length; i++) {
        double usual = (double) full.get(name).values()[i] - from[i];
        double now = (double) changed.get(name).values()[i] - from[i];
        // Each of the three values is rounded to a float, and so is the product of the rates.
        double rounding =
            (2 + multiplier) * Math.ulp(Math.abs(from[i]) + (float) Math.abs(now))
                + 1e-6 * Math.abs(now);
        assertThat(now)
            .as(name)
            .isCloseTo(slow ? multiplier * usual : usual, within(slow ? rounding : 0.0));
        moved += Math.abs(usual);
      }
      assertThat(moved).as(name).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({"false, 0.9", "true, 0"})
  void aMultiplierOfOneChangesNoBit(boolean adam, double momentum) {
    Map<String, Double> ones = new HashMap<>();
    split.trainableParameters().forEach(name -> ones.put(name, 1.0));

    Map<String, Tensor> without = after(4, new OptimizerSettings(adam, momentum, 1e-2));
    Map<String, Tensor> with = after(4, new OptimizerSettings(adam, momentum, 1e-2, ones));

    without.forEach(
        (name, tensor) -> assertThat(tensor.differences(with.get(name))).as(name).isZero());
  }

  /** What the penalty takes off a weight is the rate times the weight, too. */
  @Test
  void weightDecayIsMultipliedAsWell() {
    Map<String, Double> slow = Map.of(SLOW, 0.5);
    float[] bare = after(1, new OptimizerSettings(false, 0, 0, slow)).get(SLOW).values();
    float[] decayed = after(1, new OptimizerSettings(false, 0, 0.1, slow)).get(SLOW).values();

    for (int i = 0; i < bare.length; i++) {
      double expected = bare[i] - 0.5 * 0.05 * 0.1 * start.get(SLOW).values()[i];
      assertThat((double) decayed[i]).isCloseTo(expected, within(1e-6));
    }
  }
}
