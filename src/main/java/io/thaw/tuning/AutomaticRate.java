package io.thaw.tuning;

import io.thaw.job.OptimizerKind;
import io.thaw.job.TrainingSettings;

/**
 * The learning rate where the user sets none.
 *
 * <p>A head alone is a softmax regression, whose largest stable step shrinks with the mean squared
 * length of its inputs (the trace of their second moment bounds the curvature). Networks differ in
 * that length by two orders of magnitude, so a fixed rate fits only some of them.
 */
public final class AutomaticRate {
  /**
   * On three networks and two folders, with ten epochs of batches of 32, half to twice as much
   * changed the accuracy by no more than the chance of a split does.
   */
  private static final double STEP = 4;

  private static final int SAMPLES = 512;
  private static final int BATCH = 64;

  private AutomaticRate() {}

  /**
   * The settings with a learning rate in them.
   *
   * @param headOnly whether the samples are the inputs of a head and nothing else learns
   */
  public static TrainingSettings in(TrainingSettings settings, Samples train, boolean headOnly) {
    if (settings.learningRate() > 0) {
      return settings;
    }
    if (!headOnly || settings.optimizer() != OptimizerKind.SGD) {
      return settings.withLearningRate(settings.optimizer().defaultLearningRate());
    }
    double withMomentum = STEP * (1 - settings.momentum()) / 0.1;
    return settings.withLearningRate(withMomentum / Math.max(1e-6, meanSquaredLength(train)));
  }

  private static double meanSquaredLength(Samples train) {
    int count = Math.min(SAMPLES, train.count());
    int[] spread = new int[count];
    for (int i = 0; i < count; i++) {
      // Over the whole set, which is sorted by class.
      spread[i] = (int) ((long) i * train.count() / count);
    }
    double sum = 0;
    try (Batches batches = new Batches(train, BATCH)) {
      batches.start(spread, null);
      for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
        int numbers = batch.count() * train.size();
        for (int i = 0; i < numbers; i++) {
          double value = batch.data().get(i);
          sum += value * value;
        }
      }
    }
    return sum / count;
  }
}
