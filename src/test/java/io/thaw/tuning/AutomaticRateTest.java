package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thaw.job.OptimizerKind;
import io.thaw.job.TrainingSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutomaticRateTest {
  @TempDir private Path folder;

  private double rate(TrainingSettings settings, float scale, boolean headOnly) {
    try (FeatureSamples samples = new FeatureSamples(4, 1 << 20, folder)) {
      for (int i = 0; i < 30; i++) {
        samples.add(new float[] {scale, -scale, scale, scale}, 0, i % 2);
      }
      return AutomaticRate.in(settings, samples, headOnly).learningRate();
    }
  }

  @Test
  void aRateThatTheUserSetStays() {
    assertThat(rate(TrainingSettings.DEFAULT.withLearningRate(0.3), 1, true)).isEqualTo(0.3);
  }

  @Test
  void aHeadsRateFallsWithTheSquareOfItsInputs() {
    double one = rate(TrainingSettings.DEFAULT, 1, true);
    double three = rate(TrainingSettings.DEFAULT, 3, true);

    assertThat(one).isPositive();
    assertThat(three).isCloseTo(one / 9, within(1e-9));
  }

  @Test
  void whereMoreLearnsTheOptimisersDefaultIsTaken() {
    assertThat(rate(TrainingSettings.DEFAULT, 3, false))
        .isEqualTo(OptimizerKind.SGD.defaultLearningRate());
  }
}
