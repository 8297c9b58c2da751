package io.thaw.evaluation;

/**
 * Where a true share probably lies.
 *
 * @param low lower bound, at least 0
 * @param high upper bound, at most 1
 */
public record ConfidenceInterval(double low, double high) {
  /** The normal distribution's 0.975 quantile. */
  private static final double Z = 1.959963984540054;

  /**
   * The 95 % score interval of Wilson (1927), "Probable inference, the law of succession, and
   * statistical inference", Journal of the American Statistical Association 22, 209-212.
   *
   * @param successes between 0 and {@code trials}
   * @param trials zero gives the whole range from 0 to 1
   * @throws IllegalArgumentException when the counts contradict each other
   */
  public static ConfidenceInterval wilson(int successes, int trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
    }
    if (trials == 0) {
      return new ConfidenceInterval(0, 1);
    }
    double share = (double) successes / trials;
    double shrink = 1 + Z * Z / trials;
    double centre = (share + Z * Z / (2.0 * trials)) / shrink;
    double variance = share * (1 - share) / trials + Z * Z / (4.0 * trials * trials);
    double half = Z * Math.sqrt(variance) / shrink;
    return new ConfidenceInterval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
