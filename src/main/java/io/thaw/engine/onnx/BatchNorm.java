package io.thaw.engine.onnx;

import io.thaw.engine.Tensor;
import java.util.Arrays;

/**
 * A batch normalisation's numbers.
 *
 * @param gamma ones where the scale is fixed
 */
record BatchNorm(float[] gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) {
  private static final double EPSILON = 1e-3;

  /** Reads an operator of that kind. */
  static BatchNorm of(Step step) {
    Settings settings = step.settings();
    settings.ignore("momentum", "use_global_stats");
    settings.require("output_mean_var", "False", "false", "0");
    int axis = settings.integer("axis", 1);
    if (axis != 1 && axis != 1 - step.shape(0).rank()) {
      throw settings.refusal("axis");
    }
    Tensor mean = step.tensor(3);
    float[] ones = new float[mean.values().length];
    Arrays.fill(ones, 1f);
    boolean fixed = settings.flag("fix_gamma", true);
    return new BatchNorm(
        fixed ? ones : step.tensor(1).values(),
        step.tensor(2),
        mean,
        step.tensor(4),
        settings.number("eps", EPSILON));
  }

  /** What it does to each channel, in double. */
  ChannelScale scale() {
    int channels = gamma.length;
    double[] factor = new double[channels];
    double[] shift = new double[channels];
    for (int i = 0; i < channels; i++) {
      factor[i] = gamma[i] / Math.sqrt(variance.values()[i] + epsilon);
      shift[i] = beta.values()[i] - factor[i] * mean.values()[i];
    }
    return new ChannelScale(factor, shift);
  }
}
