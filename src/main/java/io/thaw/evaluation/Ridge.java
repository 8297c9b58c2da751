package io.thaw.evaluation;

import org.ejml.data.DMatrixRMaj;

/**
 * Ridge regression of one-hot classes on features, with an intercept that is not held small, fitted
 * to all folds but some. With the features {@code Z} of {@code n} samples, centred over those, and
 * the centred one-hot classes {@code Y}, the weights are
 *
 * <pre>W = (Z'Z / n + strength I)^-1 Z'Y / n</pre>
 *
 * (Hoerl and Kennard 1970, "Ridge regression: biased estimation for nonorthogonal problems",
 * Technometrics 12, 55-67).
 */
interface Ridge {
  /**
   * From now on every feature has variance 1 over all folds but one.
   *
   * @param fold which is not looked at
   */
  void scaleWithout(int fold);

  /** From now on the samples of these folds are not fitted to. */
  void leaveOut(int... folds);

  /**
   * Fits, and says what the samples of a fold are.
   *
   * @param strength how much the weights are held small, above 0
   * @return {@code [samples of the fold, classes]}, largest for the class that it most likely is
   */
  DMatrixRMaj predict(double strength, int fold);
}
