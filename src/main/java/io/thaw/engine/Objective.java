package io.thaw.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;

/**
 * What a tail is trained for: cross entropy with the classes, and where there is a teacher, with
 * what it says.
 *
 * @param smoothing share of the target that is spread evenly over all classes
 * @param taught how many of the last outputs answer a teacher; 0 without one
 * @param weight share of the loss that is the teacher's
 * @param temperature that the outputs of both are divided by before softmax. The teacher's loss is
 *     multiplied by its square, so that its gradients keep their size (Hinton et al., 2015)
 * @param classWeights what a picture's whole loss is multiplied by, by its class; empty for 1. The
 *     mean over a batch divides by its pictures, not by their weights: weights that are 1 on the
 *     average keep the size of the steps
 */
public record Objective(
    double smoothing, int taught, double weight, double temperature, List<Double> classWeights) {
  /** Plain cross entropy. */
  public static final Objective CROSS_ENTROPY = new Objective(0, 0, 0, 1);

  /** Weights cannot be changed afterwards. */
  public Objective {
    classWeights = List.copyOf(classWeights);
  }

  /** An objective in which each picture counts the same. */
  public Objective(double smoothing, int taught, double weight, double temperature) {
    this(smoothing, taught, weight, temperature, List.of());
  }

  /** The same with other weights of the classes. */
  public Objective withClassWeights(List<Double> value) {
    return new Objective(smoothing, taught, weight, temperature, value);
  }

  /**
   * What the losses of pictures are multiplied by; null where all count the same.
   *
   * @param labels class of each picture; may be longer than needed
   * @param count of pictures
   */
  float[] weights(int[] labels, int count) {
    if (classWeights.isEmpty()) {
      return null;
    }
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = classWeights.get(labels[i]).floatValue();
    }
    return weights;
  }

  /**
   * Losses of a batch.
   *
   * @param loss to take the gradient of, {@code [N]}
   * @param crossEntropy with the classes alone, unsmoothed and unweighted, {@code [N]}
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
   * @param weights what each loss is multiplied by, {@code [N]}; null where all count the same
   */
  Losses losses(NDArray outputs, NDArray logits, NDArray labels, NDArray targets, NDArray weights) {
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
    return new Losses(weights == null ? loss : loss.mul(weights), crossEntropy);
  }
}
