package io.thaw.tuning;

import io.thaw.engine.TrainableTail;
import io.thaw.evaluation.ConfusionMatrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the held-back pictures say of a tail.
 *
 * @param loss mean cross entropy
 * @param confusion actual against predicted classes
 */
public record Validation(double loss, ConfusionMatrix confusion) {
  static final int BATCH = 32;

  /** Runs samples through the tail once, in inference mode; there is at least one. */
  public static Validation of(TrainableTail tail, Samples samples, List<String> classes) {
    try (Batches batches = new Batches(samples, BATCH)) {
      return of(tail, samples, batches, classes);
    }
  }

  /** Runs the samples through the tail, in inference mode. */
  static Validation of(TrainableTail tail, Samples samples, Batches batches, List<String> classes) {
    int count = samples.count();
    int[] labels = new int[count];
    int[] predictions = new int[count];
    double loss = 0;
    int start = 0;
    batches.start(IntStream.range(0, count).toArray(), null);
    for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
      float[] logits = tail.logits(batch.data(), batch.count());
      for (int i = 0; i < batch.count(); i++) {
        int from = i * classes.size();
        labels[start + i] = batch.labels()[i];
        predictions[start + i] = argMax(logits, from, classes.size());
        loss += crossEntropy(logits, from, classes.size(), batch.labels()[i]);
      }
      start += batch.count();
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
