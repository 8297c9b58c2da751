package io.thaw.job;

/** The update rules on offer. */
public enum OptimizerKind {
  /** Stochastic gradient descent with momentum. */
  SGD(0.01),
  /** Adam (Kingma and Ba, 2015). */
  ADAM(0.001);

  private final double defaultLearningRate;

  OptimizerKind(double defaultLearningRate) {
    this.defaultLearningRate = defaultLearningRate;
  }

  /** A rate that works for most heads. */
  public double defaultLearningRate() {
    return defaultLearningRate;
  }
}
