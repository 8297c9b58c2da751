package io.thaw.engine;

import java.util.Map;

/**
 * The part of a network that learns: from boundary tensors to logits. The engine behind it is
 * hidden, so that another one can take its place.
 */
public interface TrainableTail extends AutoCloseable {
  /**
   * What a pass over a batch gave.
   *
   * @param lossSum cross entropy, summed over the batch
   * @param correct number of right answers
   */
  record Score(double lossSum, int correct) {}

  /**
   * Takes one step of the optimiser on a batch.
   *
   * @param features {@code [count, boundary...]}, row-major; may be longer than needed
   * @param labels class of each sample; may be longer than needed
   * @param count samples in the batch
   * @param learningRate of this step
   * @return the batch's score before the step
   */
  Score step(float[] features, int[] labels, int count, double learningRate);

  /**
   * The logits of a batch, in inference mode.
   *
   * @return {@code [count, classes]}, row-major
   */
  float[] logits(float[] features, int count);

  /** All parameters as they are now, running statistics included. */
  Map<String, Tensor> parameters();

  @Override
  void close();
}
