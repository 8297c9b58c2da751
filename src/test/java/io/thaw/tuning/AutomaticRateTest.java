package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thaw.dataset.LabeledImage;
import io.thaw.job.OptimizerKind;
import io.thaw.job.TrainingSettings;
import io.thaw.tuning.AutomaticRate.Learning;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AutomaticRateTest {
  /** Thirty samples of four numbers each, all of one magnitude. */
  private record Scaled(float scale) implements Samples {
    @Override
    public int count() {
      return 30;
    }

    @Override
    public int label(int index) {
      return index % 2;
    }

    @Override
    public List<LabeledImage> images() {
      return List.of();
    }

    @Override
    public int size() {
      return 4;
    }

    @Override
    public void read(int[] indices, int from, int count, RandomGenerator random, FloatBuffer into) {
      for (int i = 0; i < count * size(); i++) {
        into.put(i, i % 3 == 0 ? -scale : scale);
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private static double rate(TrainingSettings settings, float scale, Learning learning) {
    return AutomaticRate.in(settings, new Scaled(scale), learning).learningRate();
  }

  @Test
  void aRateThatTheUserSetStays() {
    assertThat(rate(TrainingSettings.DEFAULT.withLearningRate(0.3), 1, Learning.HEAD))
        .isEqualTo(0.3);
  }

  @Test
  void aHeadsRateFallsWithTheSquareOfItsInputs() {
    double one = rate(TrainingSettings.DEFAULT, 1, Learning.HEAD);
    double three = rate(TrainingSettings.DEFAULT, 3, Learning.HEAD);

    assertThat(one).isPositive();
    assertThat(three).isCloseTo(one / 9, within(1e-9));
  }

  @Test
  void whereMoreLearnsTheOptimisersDefaultIsTaken() {
    assertThat(rate(TrainingSettings.DEFAULT, 3, Learning.NORMALISED))
        .isEqualTo(OptimizerKind.SGD.defaultLearningRate());
  }

  @Test
  void layersThatNothingNormalisesLearnMoreSlowly() {
    assertThat(rate(TrainingSettings.DEFAULT, 3, Learning.UNNORMALISED))
        .isCloseTo(0.003, within(1e-9));
  }
}
