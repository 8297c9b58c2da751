package io.thaw.evaluation;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ridge regression by a system with a row for each sample: with the kernel {@code K = ZZ'}, centred
 * over the samples fitted to, predictions are {@code K (K / n + strength I)^-1 Y / n} plus the mean
 * of the classes (Saunders, Gammerman and Vovk 1998, "Ridge regression learning algorithm in dual
 * variables", ICML; centring after Schölkopf, Smola and Müller 1998, "Nonlinear component analysis
 * as a kernel eigenvalue problem", Neural Computation 10, 1299-1319).
 */
final class DualRidge implements Ridge {
  /** Of a feature whose variance over all samples is 1. */
  private static final double NOTHING = 1e-9;

  private final FeatureTable table;
  private final OneHot classes;
  private final Folds folds;
  private final DMatrixRMaj kernel;
  private final Systems systems = new Systems();
  private int[] fitted;
  private DMatrixRMaj system;
  private DMatrixRMaj targets;
  private double[] classShares;

  /** Mean of each sample's kernel over the samples fitted to, and the mean of theirs. */
  private double[] rowMeans;

  private double mean;

  DualRidge(FeatureTable table, OneHot classes, Folds folds) {
    this.table = table;
    this.classes = classes;
    this.folds = folds;
    this.kernel = new DMatrixRMaj(table.samples(), table.samples());
  }

  @Override
  public void scaleWithout(int fold) {
    int[] seen = folds.rowsWithout(fold);
    DMatrixRMaj features = new DMatrixRMaj(table.channels(), table.samples());
    int at = 0;
    for (int channel = 0; channel < table.channels(); channel++) {
      double scale = scale(channel, seen);
      for (int sample = 0; sample < table.samples(); sample++) {
        features.data[at++] = table.value(sample, channel) * scale;
      }
    }
    CommonOps_DDRM.multInner(features, kernel);
  }

  private double scale(int channel, int[] seen) {
    double sum = 0;
    double squares = 0;
    for (int sample : seen) {
      double value = table.value(sample, channel);
      sum += value;
      squares += value * value;
    }
    double average = sum / seen.length;
    return FeatureTable.inverseDeviation(squares / seen.length - average * average, NOTHING);
  }

  @Override
  public void leaveOut(int... left) {
    fitted = folds.rowsWithout(left);
    rowMeans =
        IntStream.range(0, table.samples())
            .mapToDouble(i -> IntStream.of(fitted).mapToDouble(j -> kernel.get(i, j)).sum())
            .map(sum -> sum / fitted.length)
            .toArray();
    mean = IntStream.of(fitted).mapToDouble(i -> rowMeans[i]).sum() / fitted.length;
    system = centred(fitted);
    CommonOps_DDRM.divide(system, fitted.length);
    targets = classes.matrix(fitted);
    classShares = CommonOps_DDRM.sumCols(targets, null).data;
    for (int label = 0; label < classShares.length; label++) {
      classShares[label] /= fitted.length;
      for (int row = 0; row < fitted.length; row++) {
        targets.set(row, label, (targets.get(row, label) - classShares[label]) / fitted.length);
      }
    }
  }

  /** The kernel of some samples and those fitted to, {@code [samples, fitted]}. */
  private DMatrixRMaj centred(int[] samples) {
    DMatrixRMaj result = new DMatrixRMaj(samples.length, fitted.length);
    int at = 0;
    for (int i : samples) {
      for (int j : fitted) {
        result.data[at++] = kernel.get(i, j) - rowMeans[i] - rowMeans[j] + mean;
      }
    }
    return result;
  }

  @Override
  public DMatrixRMaj predict(double strength, int fold) {
    DMatrixRMaj weights = systems.solve(system, strength, targets);
    int[] rows = folds.rows(fold);
    DMatrixRMaj result = new DMatrixRMaj(rows.length, classes.classes());
    CommonOps_DDRM.mult(centred(rows), weights, result);
    for (int row = 0; row < rows.length; row++) {
      for (int label = 0; label < classShares.length; label++) {
        result.add(row, label, classShares[label]);
      }
    }
    return result;
  }
}
