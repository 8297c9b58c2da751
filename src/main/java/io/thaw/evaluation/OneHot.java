package io.thaw.evaluation;

import org.ejml.data.DMatrixRMaj;

/**
 * Classes as numbers: 1 for a sample's class and 0 for the others.
 *
 * @param labels class of each sample, from 0 on
 * @param classes number of classes
 */
record OneHot(int[] labels, int classes) {

  /** Some samples, {@code [count, classes]}. */
  DMatrixRMaj matrix(int[] samples) {
    DMatrixRMaj matrix = new DMatrixRMaj(samples.length, classes);
    for (int i = 0; i < samples.length; i++) {
      matrix.set(i, labels[samples[i]], 1);
    }
    return matrix;
  }
}
