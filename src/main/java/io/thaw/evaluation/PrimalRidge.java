package io.thaw.evaluation;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ridge regression by a system with a row for each feature. All it needs of the samples are the
 * {@link Moments} of each fold, made once.
 */
final class PrimalRidge implements Ridge {
  /** Of a feature whose variance over all samples is 1. */
  private static final double NOTHING = 1e-9;

  private final FeatureTable table;
  private final Folds folds;
  private final Moments[] parts;
  private final Moments all;
  private final double[] scale;
  private final Systems systems = new Systems();

  /** Of what is fitted to now; its arrays are used again and again. */
  private Moments fitted;

  PrimalRidge(FeatureTable table, OneHot classes, Folds folds) {
    this.table = table;
    this.folds = folds;
    this.scale = new double[table.channels()];
    this.parts =
        IntStream.range(0, folds.count())
            .mapToObj(fold -> Moments.of(table, classes, folds.rows(fold)))
            .toArray(Moments[]::new);
    Moments sum = Moments.none(table.channels(), classes.classes());
    for (Moments part : parts) {
      sum = sum.add(1, part);
    }
    this.all = sum;
    this.fitted = Moments.none(table.channels(), classes.classes());
  }

  @Override
  public void scaleWithout(int fold) {
    fitted = fitted.set(all).add(-1, parts[fold]);
    for (int i = 0; i < scale.length; i++) {
      scale[i] = FeatureTable.inverseDeviation(fitted.variance(i), NOTHING);
    }
  }

  @Override
  public void leaveOut(int... left) {
    fitted = fitted.set(all);
    for (int fold : left) {
      fitted = fitted.add(-1, parts[fold]);
    }
    double[] gram = fitted.gram().data;
    double[] cross = fitted.cross().data;
    int channels = scale.length;
    int classes = fitted.cross().numCols;
    for (int i = 0; i < channels; i++) {
      double mean = fitted.mean(i);
      for (int j = 0; j < channels; j++) {
        int at = i * channels + j;
        gram[at] = (gram[at] / fitted.count() - mean * fitted.mean(j)) * scale[i] * scale[j];
      }
      for (int label = 0; label < classes; label++) {
        int at = i * classes + label;
        cross[at] = (cross[at] / fitted.count() - mean * fitted.classShare(label)) * scale[i];
      }
    }
  }

  @Override
  public DMatrixRMaj predict(double strength, int fold) {
    DMatrixRMaj weights = systems.solve(fitted.gram(), strength, fitted.cross());
    CommonOps_DDRM.multRows(scale, weights);
    int[] rows = folds.rows(fold);
    DMatrixRMaj result = new DMatrixRMaj(rows.length, weights.numCols);
    CommonOps_DDRM.mult(table.matrix(rows), weights, result);
    for (int label = 0; label < weights.numCols; label++) {
      double intercept = fitted.classShare(label);
      for (int i = 0; i < weights.numRows; i++) {
        intercept -= fitted.mean(i) * weights.get(i, label);
      }
      for (int row = 0; row < rows.length; row++) {
        result.add(row, label, intercept);
      }
    }
    return result;
  }
}
