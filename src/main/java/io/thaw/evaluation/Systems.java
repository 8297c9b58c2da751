package io.thaw.evaluation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Solves {@code (A + strength I) X = B} for symmetric A by Cholesky's decomposition. */
final class Systems {
  private final DMatrixRMaj shifted = new DMatrixRMaj(1, 1);
  private LinearSolverDense<DMatrixRMaj> solver;
  private int size;

  /**
   * X, {@code [rows of A, columns of B]}.
   *
   * @param a symmetric with no negative eigenvalue; stays as it is
   * @param strength above 0
   * @throws ArithmeticException when A has eigenvalues that are clearly negative
   */
  DMatrixRMaj solve(DMatrixRMaj a, double strength, DMatrixRMaj b) {
    shifted.setTo(a);
    for (int i = 0; i < a.numRows; i++) {
      shifted.add(i, i, strength);
    }
    if (solver == null || size != a.numRows) {
      size = a.numRows;
      solver = LinearSolverFactory_DDRM.chol(size);
    }
    if (!solver.setA(shifted)) {
      throw new ArithmeticException("A matrix of " + size + " rows is not positive definite.");
    }
    DMatrixRMaj x = new DMatrixRMaj(a.numRows, b.numCols);
    solver.solve(solver.modifiesB() ? b.copy() : b, x);
    return x;
  }
}
