package io.thaw.evaluation;

/**
 * How well one class is recognised. A ratio whose denominator is zero is 0, as in scikit-learn.
 *
 * @param name of the class
 * @param precision of the pictures called this class, the share that is
 * @param recall of the pictures of this class, the share that is called so
 * @param f1 harmonic mean of precision and recall
 * @param support number of pictures of this class
 */
public record ClassScore(String name, double precision, double recall, double f1, int support) {}
