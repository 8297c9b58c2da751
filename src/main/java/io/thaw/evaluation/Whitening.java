package io.thaw.evaluation;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Takes away what samples have in common: features are centred, and directions in which all samples
 * differ count less than those in which few do (whitening by Cholesky's decomposition of the
 * regularised covariance; A. Kessy et al., "Optimal Whitening and Decorrelation", 2018). What is
 * left tells single samples apart and not kinds of samples.
 */
final class Whitening {
  /** Added to the variance of each direction: share of the mean variance of a feature. */
  private static final double OF_FEATURES = 0.1;

  /**
   * Likewise, share of all variance over the number of samples: with few samples, two that are
   * alike are themselves much of what the samples differ in.
   */
  private static final double OF_SAMPLES = 0.3;

  /** Rows that are doubles at a time. */
  private static final int CHUNK = 512;

  private Whitening() {}

  /**
   * Whitens rows and gives each of them length 1; rows without anything of their own become zeros.
   *
   * @param rows {@code [samples][features]}; overwritten
   */
  static void whiten(float[][] rows) {
    if (rows.length == 0) {
      return;
    }
    centre(rows);
    DMatrixRMaj covariance = covariance(rows);
    double variance = CommonOps_DDRM.trace(covariance);
    if (!(variance > 0)) {
      return;
    }
    int features = rows[0].length;
    double ridge = variance * (OF_FEATURES / features + OF_SAMPLES / rows.length);
    for (int i = 0; i < features; i++) {
      covariance.add(i, i, ridge);
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(features, true);
    if (!cholesky.decompose(covariance)) {
      throw new ArithmeticException("The features of the pictures are not finite numbers.");
    }
    double[] lower = cholesky.getT(null).data;
    IntStream.range(0, rows.length).parallel().forEach(i -> solve(lower, rows[i]));
  }

  private static void centre(float[][] rows) {
    double[] mean = new double[rows[0].length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i];
      }
    }
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        row[i] -= (float) (mean[i] / rows.length);
      }
    }
  }

  private static DMatrixRMaj covariance(float[][] rows) {
    int features = rows[0].length;
    DMatrixRMaj sum = new DMatrixRMaj(features, features);
    DMatrixRMaj part = new DMatrixRMaj(features, features);
    for (int from = 0; from < rows.length; from += CHUNK) {
      DMatrixRMaj chunk = new DMatrixRMaj(Math.min(CHUNK, rows.length - from), features);
      for (int i = 0; i < chunk.data.length; i++) {
        chunk.data[i] = rows[from + i / features][i % features];
      }
      CommonOps_DDRM.multInner(chunk, part);
      CommonOps_DDRM.addEquals(sum, part);
    }
    CommonOps_DDRM.divide(sum, rows.length);
    return sum;
  }

  private static void solve(double[] lower, float[] row) {
    double[] values = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = row[i];
    }
    TriangularSolver_DDRM.solveL(lower, values, row.length);
    double square = 0;
    for (double value : values) {
      square += value * value;
    }
    double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (values[i] * scale);
    }
  }
}
