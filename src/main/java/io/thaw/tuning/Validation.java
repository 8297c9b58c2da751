package io.thaw.tuning;

import io.thaw.engine.TrainableTail;
import io.thaw.evaluation.ConfusionMatrix;
import java.util.List;

/**
 * What the held-back pictures say of a tail.
 *
 * @param loss mean cross entropy
 * @param confusion actual against predicted classes
 */
public record Validation(double loss, ConfusionMatrix confusion) {
  private static final int BATCH = 64;

  /** Runs the samples through the tail, in inference mode. */
  static Validation of(TrainableTail tail, Samples samples, List<String> classes) {
    int count = samples.count();
    int[] labels = new int[count];
    int[] predictions = new int[count];
    float[] batch = new float[Math.min(BATCH, count) * samples.size()];
    double loss = 0;
    for (int start = 0; start < count; start += BATCH) {
      int filled = Math.min(BATCH, count - start);
      for (int i = 0; i < filled; i++) {
        samples.read(start + i, null, batch, i * samples.size());
        labels[start + i] = samples.label(start + i);
      }
      float[] logits = tail.logits(batch, filled);
      for (int i = 0; i < filled; i++) {
        int from = i * classes.size();
        predictions[start + i] = argMax(logits, from, classes.size());
        loss += crossEntropy(logits, from, classes.size(), labels[start + i]);
      }
    }
    return new Validation(loss / count, ConfusionMatrix.of(labels, predictions, classes));
  }

  private static int argMax(float[] values, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }

  /** {@code log(sum(exp(logits))) - logits[label]}, with the largest logit taken out first. */
  private static double crossEntropy(float[] logits, int from, int count, int label) {
    double largest = logits[from + argMax(logits, from, count)];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.exp(logits[from + i] - largest);
    }
    return Math.log(sum) + largest - logits[from + label];
  }
}
