package io.thaw.evaluation;

/**
 * Compares two classifiers on the same samples: McNemar (1947), "Note on the sampling error of the
 * difference between correlated proportions or percentages", Psychometrika 12, 153-157, in its
 * exact form.
 */
public final class McNemar {
  private McNemar() {}

  /**
   * How likely it is that two classifiers which are equally good differ by at least as much: the
   * two-sided probability, under the binomial distribution with one half, of how the samples divide
   * that only one of them has right.
   *
   * @param first whether the first is right, for each sample
   * @param second whether the second is right, for the same samples
   * @return from 0 to 1; 1 when they are right on the same samples
   * @throws IllegalArgumentException when the lengths differ
   */
  public static double probability(boolean[] first, boolean[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(first.length + " and " + second.length + " samples");
    }
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < first.length; i++) {
      onlyFirst += first[i] && !second[i] ? 1 : 0;
      onlySecond += second[i] && !first[i] ? 1 : 0;
    }
    int fewer = Math.min(onlyFirst, onlySecond);
    return Math.min(1, 2 * atMost(fewer, onlyFirst + onlySecond));
  }

  /** The probability of at most {@code most} heads in {@code throwsInAll} throws of a coin. */
  private static double atMost(int most, int throwsInAll) {
    // In logarithms: for more than a thousand throws the first terms are below any double.
    double term = -throwsInAll * Math.log(2);
    double sum = 0;
    for (int heads = 0; heads <= most; heads++) {
      sum += Math.exp(term);
      term += Math.log(throwsInAll - heads) - Math.log(heads + 1);
    }
    return sum;
  }
}
