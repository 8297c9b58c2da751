package io.thaw.evaluation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Sums over samples from which a ridge regression follows; those of a part are taken away from
 * those of the whole.
 *
 * @param count the number of samples
 * @param gram {@code Z'Z}, {@code [C, C]}
 * @param cross {@code Z'Y}, {@code [C, classes]}
 * @param sums of each feature, {@code [C, 1]}
 * @param classSums how many samples each class has, {@code [1, classes]}
 */
record Moments(
    int count, DMatrixRMaj gram, DMatrixRMaj cross, DMatrixRMaj sums, DMatrixRMaj classSums) {

  /** Those of samples. */
  static Moments of(FeatureTable table, OneHot classes, int[] samples) {
    DMatrixRMaj z = table.matrix(samples);
    DMatrixRMaj y = classes.matrix(samples);
    DMatrixRMaj gram = new DMatrixRMaj(z.numCols, z.numCols);
    DMatrixRMaj cross = new DMatrixRMaj(z.numCols, y.numCols);
    CommonOps_DDRM.multInner(z, gram);
    CommonOps_DDRM.multTransA(z, y, cross);
    DMatrixRMaj sums = CommonOps_DDRM.transpose(CommonOps_DDRM.sumCols(z, null), null);
    return new Moments(samples.length, gram, cross, sums, CommonOps_DDRM.sumCols(y, null));
  }

  /** Those of no sample. */
  static Moments none(int channels, int classes) {
    return new Moments(
        0,
        new DMatrixRMaj(channels, channels),
        new DMatrixRMaj(channels, classes),
        new DMatrixRMaj(channels, 1),
        new DMatrixRMaj(1, classes));
  }

  /** Adds others to the arrays of these; the result shares them. */
  Moments add(int sign, Moments others) {
    CommonOps_DDRM.addEquals(gram, sign, others.gram);
    CommonOps_DDRM.addEquals(cross, sign, others.cross);
    CommonOps_DDRM.addEquals(sums, sign, others.sums);
    CommonOps_DDRM.addEquals(classSums, sign, others.classSums);
    return new Moments(count + sign * others.count, gram, cross, sums, classSums);
  }

  /** Overwrites the arrays of these with those of others; the result shares them. */
  Moments set(Moments others) {
    gram.setTo(others.gram);
    cross.setTo(others.cross);
    sums.setTo(others.sums);
    classSums.setTo(others.classSums);
    return new Moments(others.count, gram, cross, sums, classSums);
  }

  double mean(int channel) {
    return sums.data[channel] / count;
  }

  double variance(int channel) {
    return gram.get(channel, channel) / count - mean(channel) * mean(channel);
  }

  double classShare(int label) {
    return classSums.data[label] / count;
  }
}
