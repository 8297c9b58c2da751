package io.thaw.engine;

import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
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
   * @param count samples in the batch
   * @param learningRate of the step
   */
  record Score(double lossSum, int correct, int count, double learningRate) {}

  /**
   * Asks for one step of the optimiser on a batch. The engine may take it later, in order; the
   * batch is copied, and its score is to be had from {@link #score}.
   *
   * @param features {@code [count, boundary...]}, row-major, direct and native, from index 0 on
   * @param labels class of each sample; may be longer than needed
   * @param targets what a teacher says, {@code [count, outputs]}, direct, numbers before softmax;
   *     null without a teacher
   * @param count samples in the batch
   * @param learningRate of this step
   */
  void step(
      FloatBuffer features, int[] labels, FloatBuffer targets, int count, double learningRate);

  /** {@link #step(FloatBuffer, int[], FloatBuffer, int, double)} without a teacher. */
  default void step(FloatBuffer features, int[] labels, int count, double learningRate) {
    step(features, labels, null, count, learningRate);
  }

  /**
   * Sets the shape of one sample in all that follows, without the batch axis. It may differ from
   * the split's only where the network averages over all positions before its head.
   */
  void resize(TensorShape shape);

  /** Steps whose scores were not taken yet. */
  int pending();

  /**
   * Takes the score of the oldest step that is pending, before which the engine must have taken it:
   * waits until then.
   *
   * @throws java.util.NoSuchElementException when none is pending
   */
  Score score();

  /**
   * The logits of a batch, in inference mode, after all steps asked for.
   *
   * @param features as for {@link #step}
   * @return {@code [count, classes]}, row-major
   */
  float[] logits(FloatBuffer features, int count);

  /** All parameters as they are now, running statistics included. */
  Map<String, Tensor> parameters();

  /**
   * One parameter as it is now, after all steps asked for.
   *
   * @throws IllegalArgumentException when the tail has none of that name
   */
  Tensor parameter(String name);

  /** A copy of what the next step depends on, after all steps asked for. */
  TailState state();

  /**
   * Goes back to a state, bit by bit: the steps that follow it are those that followed it then.
   *
   * @param state of a tail of the same network, optimiser and seed
   * @throws IllegalArgumentException when it is of another one; the tail is then of no more use
   */
  void restore(TailState state);

  @Override
  void close();
}
