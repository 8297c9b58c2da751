package io.thaw.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RidgeTest {

  private static List<Ridge> both(float[][] rows, int[] labels, int classes, Folds folds) {
    FeatureTable table = new FeatureTable(rows, 0, rows[0].length);
    OneHot oneHot = new OneHot(labels, classes);
    return List.of(new PrimalRidge(table, oneHot, folds), new DualRidge(table, oneHot, folds));
  }

  @Test
  void aSingleFeatureIsSolvedByHand() {
    float[][] rows = {{1}, {4}, {2}, {7}, {3}, {11}, {2.5f}, {6}, {0}, {9}};
    int[] labels = {0, 1, 0, 1, 0, 1, 1, 0, 0, 1};
    Folds folds = new Folds(labels, 2, 1);
    double strength = 0.3;
    int[] seen = folds.rowsWithout(2);
    double mean = 0;
    double share = 0;
    for (int i : seen) {
      mean += rows[i][0] / seen.length;
      share += (double) labels[i] / seen.length;
    }
    double variance = 0;
    double covariance = 0;
    for (int i : seen) {
      variance += (rows[i][0] - mean) * (rows[i][0] - mean) / seen.length;
      covariance += (rows[i][0] - mean) * (labels[i] - share) / seen.length;
    }
    double deviation = Math.sqrt(variance);
    double weight = covariance / deviation / (1 + strength);

    for (Ridge ridge : both(rows, labels, 2, folds)) {
      ridge.scaleWithout(2);
      ridge.leaveOut(2);
      DMatrixRMaj outputs = ridge.predict(strength, 2);

      for (int i = 0; i < folds.rows(2).length; i++) {
        double z = (rows[folds.rows(2)[i]][0] - mean) / deviation;
        assertThat(outputs.get(i, 1)).isCloseTo(share + z * weight, within(1e-9));
        assertThat(outputs.get(i, 0)).isCloseTo(1 - share - z * weight, within(1e-9));
      }
    }
  }

  @Test
  void oneSystemPerFeatureAndOnePerSampleGiveTheSameOutputs() {
    Random random = new Random(5);
    for (int channels : new int[] {3, 40, 120}) {
      float[][] rows = new float[60][channels];
      int[] labels = new int[60];
      for (int i = 0; i < rows.length; i++) {
        labels[i] = i % 3;
        for (int j = 0; j < channels; j++) {
          // Of very different sizes, far from 0, and the last one constant.
          rows[i][j] =
              j == channels - 1 ? 2 : (float) (100 + Math.exp(j % 7) * random.nextGaussian());
        }
      }
      Folds folds = new Folds(labels, 3, 1);
      List<Ridge> both = both(rows, labels, 3, folds);
      for (double strength : new double[] {0.001, 1}) {
        for (int fold = 0; fold < folds.count(); fold++) {
          DMatrixRMaj primal = outputs(both.get(0), strength, fold);
          DMatrixRMaj dual = outputs(both.get(1), strength, fold);
          assertThat(dual.data).containsExactly(primal.data, within(1e-6));
        }
      }
    }
  }

  private static DMatrixRMaj outputs(Ridge ridge, double strength, int fold) {
    ridge.scaleWithout(fold);
    ridge.leaveOut(fold, (fold + 1) % 5);
    ridge.predict(strength * 2, fold);
    ridge.leaveOut(fold);
    return ridge.predict(strength, fold);
  }

  @Test
  void whatIsLeftOutIsNotLookedAt() {
    Random random = new Random(6);
    float[][] rows = new float[40][6];
    int[] labels = new int[40];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % 2;
      for (int j = 0; j < 6; j++) {
        rows[i][j] = (float) random.nextGaussian();
      }
    }
    Folds folds = new Folds(labels, 2, 1);
    int other = 3;
    List<Ridge> before = both(rows, labels, 2, folds);
    int[] changed = labels.clone();
    for (int i : folds.rows(0)) {
      changed[i] = 1 - changed[i];
    }
    List<Ridge> relabelled = both(rows, changed, 2, folds);
    List<double[]> outputs = before.stream().map(it -> left(it, other)).toList();
    for (int i : folds.rows(0)) {
      rows[i][0] += 50;
    }
    List<Ridge> moved = both(rows, labels, 2, folds);

    for (int way = 0; way < 2; way++) {
      assertThat(left(relabelled.get(way), other)).containsExactly(outputs.get(way), within(1e-9));
      assertThat(left(moved.get(way), other)).containsExactly(outputs.get(way), within(1e-5));
    }
  }

  /** Predictions of one fold by what is fitted to neither it nor the first. */
  private static double[] left(Ridge ridge, int fold) {
    ridge.scaleWithout(0);
    ridge.leaveOut(0, fold);
    return ridge.predict(0.1, fold).data;
  }
}
