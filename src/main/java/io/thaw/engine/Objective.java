package io.thaw.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * What a tail is trained for: cross entropy with the classes, and where there is a teacher, with
 * what it says.
 *
 * @param smoothing share of the target that is spread evenly over all classes
 * @param taught how many of the last outputs answer a teacher; 0 without one
 * @param weight share of the loss that is the teacher's
 * @param temperature that the outputs of both are divided by before softmax. The teacher's loss is
 *     multiplied by its square, so that its gradients keep their size (Hinton et al., 2015)
 */
public record Objective(double smoothing, int taught, double weight, double temperature) {
  /** Plain cross entropy. */
  public static final Objective CROSS_ENTROPY = new Objective(0, 0, 0, 1);

  /**
   * Losses of a batch.
   *
   * @param loss to take the gradient of, {@code [N]}
   * @param crossEntropy with the classes alone, unsmoothed, {@code [N]}
   */
  record Losses(NDArray loss, NDArray crossEntropy) {}

  /** Those of the outputs that stand for classes, {@code [N, classes]}. */
  NDArray classes(NDArray outputs) {
    return taught == 0 ? outputs : outputs.get(":, :-" + taught);
  }

  /**
   * The losses.
   *
   * @param outputs of the tail, {@code [N, classes + taught]}
   * @param logits {@link #classes} of them
   * @param labels {@code [N]}
   * @param targets what the teacher says, before softmax, {@code [N, taught]}; null without one
   */
  Losses losses(NDArray outputs, NDArray logits, NDArray labels, NDArray targets) {
    NDArray logarithms = logits.logSoftmax(-1);
    // Picking leaves an axis of 1, along which the other losses would spread.
    NDArray picked = logarithms.get(new NDIndex().addAllDim().addPickDim(labels)).flatten();
    NDArray crossEntropy = picked.neg();
    NDArray loss = crossEntropy;
    if (smoothing > 0) {
      NDArray even = logarithms.mean(new int[] {-1}).neg();
      loss = loss.mul(1 - smoothing).add(even.mul(smoothing));
    }
    if (taught > 0) {
      NDArray wanted = targets.div(temperature).softmax(-1);
      NDArray answer = outputs.get(":, -" + taught + ":").div(temperature).logSoftmax(-1);
      NDArray apart = wanted.mul(answer).sum(new int[] {-1}).neg();
      loss = loss.mul(1 - weight).add(apart.mul(weight * temperature * temperature));
    }
    return new Losses(loss, crossEntropy);
  }
}
