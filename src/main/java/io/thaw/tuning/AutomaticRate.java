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

  /**
   * Nothing holds the size of activations where no layer normalises them. MobileNet v2 without its
   * BatchNorms (folded), cut two thirds down, three epochs of flowers, three seeds: between 0.46
   * and 0.85 right with SGD's usual rate, between 0.87 and 0.90 with this one.
   */
  private static final double UNNORMALISED = 0.003;

  /** What learns. */
  public enum Learning {
    /** A head alone, whose inputs the samples are. */
    HEAD,
    /** Layers, with batch normalisation among them. */
    NORMALISED,
    /** Layers of which none normalises. */
    UNNORMALISED
  }

  private static final int SAMPLES = 512;
  private static final int BATCH = 64;

  private AutomaticRate() {}

  /**
   * The settings with a learning rate in them.
   *
   * @param learning what the run trains
   */
  public static TrainingSettings in(TrainingSettings settings, Samples train, Learning learning) {
    if (settings.learningRate() > 0) {
      return settings;
    }
    if (settings.optimizer() != OptimizerKind.SGD || learning == Learning.NORMALISED) {
      return settings.withLearningRate(settings.optimizer().defaultLearningRate());
    }
    if (learning == Learning.UNNORMALISED) {
      return settings.withLearningRate(UNNORMALISED * (1 - settings.momentum()) / 0.1);
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
