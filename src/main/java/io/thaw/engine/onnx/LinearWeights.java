package io.thaw.engine.onnx;

import io.thaw.engine.Tensor;
import io.thaw.network.TensorShape;

/**
 * Weights and bias of a linear operator with the outputs along the weights' first axis.
 *
 * @param weight {@code [outputs, ...]}
 * @param bias {@code [outputs]}
 */
record LinearWeights(Tensor weight, Tensor bias) {

  /** The same followed by a normalisation; computed in double. */
  LinearWeights then(ChannelScale scale) {
    int outputs = weight.shape().size(0);
    int each = weight.values().length / outputs;
    float[] weights = new float[weight.values().length];
    float[] biases = new float[outputs];
    for (int output = 0; output < outputs; output++) {
      double factor = scale.factor()[output];
      for (int i = output * each; i < (output + 1) * each; i++) {
        weights[i] = (float) (weight.values()[i] * factor);
      }
      biases[output] = (float) (bias.values()[output] * factor + scale.shift()[output]);
    }
    return new LinearWeights(
        new Tensor(weight.shape(), weights), new Tensor(TensorShape.of(outputs), biases));
  }

  boolean isFinite() {
    return isFinite(weight.values()) && isFinite(bias.values());
  }

  private static boolean isFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
