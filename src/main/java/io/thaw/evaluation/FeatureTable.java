package io.thaw.evaluation;

import org.ejml.data.DMatrixRMaj;

/**
 * Features of samples, {@code [N, C]}, brought to mean 0 and variance 1 over all of them. That only
 * keeps rounding small: whoever fits something centres and scales again by what may be seen. What
 * is not finite counts as 0.
 */
final class FeatureTable {
  /** Less than this share of a feature's mean square is rounding and no variance. */
  private static final double NOTHING = 1e-12;

  private final float[][] rows;
  private final int from;
  private final double[] mean;
  private final double[] scale;

  /**
   * A part of the columns of an array.
   *
   * @param rows a row per sample
   * @param from the first column that counts
   * @param channels how many do
   */
  FeatureTable(float[][] rows, int from, int channels) {
    this.rows = rows;
    this.from = from;
    this.mean = new double[channels];
    this.scale = new double[channels];
    for (float[] row : rows) {
      for (int i = 0; i < channels; i++) {
        mean[i] += finite(row[from + i]) / rows.length;
      }
    }
    for (float[] row : rows) {
      for (int i = 0; i < channels; i++) {
        double apart = finite(row[from + i]) - mean[i];
        scale[i] += apart * apart / rows.length;
      }
    }
    for (int i = 0; i < channels; i++) {
      scale[i] = inverseDeviation(scale[i], mean[i] * mean[i] * NOTHING);
    }
  }

  private static double finite(float value) {
    return Float.isFinite(value) ? value : 0;
  }

  /** What a centred feature is to be multiplied with; 0 takes one that does not vary away. */
  static double inverseDeviation(double variance, double nothing) {
    return variance > nothing ? 1 / Math.sqrt(variance) : 0;
  }

  int samples() {
    return rows.length;
  }

  int channels() {
    return mean.length;
  }

  /** Some samples, {@code [count, C]}. */
  DMatrixRMaj matrix(int[] samples) {
    DMatrixRMaj matrix = new DMatrixRMaj(samples.length, channels());
    int at = 0;
    for (int sample : samples) {
      for (int i = 0; i < channels(); i++) {
        matrix.data[at++] = value(sample, i);
      }
    }
    return matrix;
  }

  double value(int sample, int channel) {
    return (finite(rows[sample][from + channel]) - mean[channel]) * scale[channel];
  }
}
