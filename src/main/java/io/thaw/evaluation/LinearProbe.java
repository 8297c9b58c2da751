package io.thaw.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * How well classes can be told apart by a linear classifier on features that somebody else computed
 * (Alain and Bengio 2016, "Understanding intermediate layers using linear classifier probes",
 * arXiv:1610.01644).
 *
 * <p>The classifier is a {@link Ridge} regression on one-hot classes; the largest output is its
 * answer. Each sample is predicted once, in stratified cross-validation, by a classifier that saw
 * nothing of it: scales, strength and weights come from the other folds. The strength is the one
 * with the least squared error on one of those, fitted to the rest.
 *
 * <p>One probe can look at several features of the same samples, also on several threads at once:
 * all of them get the same folds, so that their answers can be compared sample by sample.
 */
public final class LinearProbe {
  /** For features of variance 1: from nearly none to more than any of them explains. */
  private static final double[] STRENGTHS = {10, 1, 0.1, 0.01, 0.001};

  private final OneHot classes;
  private final Folds folds;

  /**
   * What a probe found.
   *
   * @param predicted class of each sample, by classifiers that did not see it
   * @param right whether that is its class, for each sample
   */
  public record Outcome(int[] predicted, boolean[] right) {
    /** How many samples are predicted rightly. */
    public int correct() {
      return (int) IntStream.range(0, right.length).filter(i -> right[i]).count();
    }

    /** Share of samples predicted rightly, from 0 to 1. */
    public double accuracy() {
      return (double) correct() / right.length;
    }

    /** Where the accuracy on other samples of the kind probably lies, see there. */
    public ConfidenceInterval interval() {
      return ConfidenceInterval.wilson(correct(), right.length);
    }
  }

  /** A probe of samples each of which stands for itself. */
  LinearProbe(int[] labels, int classes, long seed) {
    this(labels, IntStream.range(0, labels.length).toArray(), classes, seed);
  }

  /**
   * A probe of samples.
   *
   * @param labels class of each sample, {@code [N]}, from 0 on
   * @param families of each sample, {@code [N]}: a classifier that saw one of a family predicts
   *     none of it
   * @param classes number of classes
   * @param seed of the folds: five, or one for each family if there are fewer
   * @throws IllegalArgumentException when a class has fewer than two samples, there is only one
   *     class, or there are fewer than three families
   */
  public LinearProbe(int[] labels, int[] families, int classes, long seed) {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    if (classes < 2 || IntStream.of(counts).anyMatch(count -> count < 2)) {
      throw new IllegalArgumentException("samples per class: " + Arrays.toString(counts));
    }
    this.classes = new OneHot(labels.clone(), classes);
    this.folds = new Folds(labels, families, classes, seed);
  }

  /** Number of folds. */
  public int folds() {
    return folds.count();
  }

  /**
   * Asks what features say of the classes. Time grows with {@code N C^2 + C^3} where there are
   * fewer channels than samples to fit to, else with {@code N^2 C + N^3}.
   *
   * @param rows a row of numbers for each sample, {@code [N][at least from + channels]}; numbers
   *     that are not finite count as 0
   * @param from column of the first feature
   * @param channels number of features, {@code C}
   */
  public Outcome evaluate(float[][] rows, int from, int channels) {
    return evaluate(rows, from, channels, channels >= folds.rowsWithout(0).length);
  }

  /** The same by one of two ways that differ in nothing but time. */
  Outcome evaluate(float[][] rows, int from, int channels, boolean dual) {
    if (rows.length != classes.labels().length) {
      throw new IllegalArgumentException(rows.length + " rows for other samples");
    }
    FeatureTable table = new FeatureTable(rows, from, channels);
    return evaluate(
        dual ? new DualRidge(table, classes, folds) : new PrimalRidge(table, classes, folds));
  }

  private Outcome evaluate(Ridge ridge) {
    int[] predicted = new int[classes.labels().length];
    boolean[] right = new boolean[predicted.length];
    for (int fold = 0; fold < folds.count(); fold++) {
      ridge.scaleWithout(fold);
      double strength = strength(ridge, fold);
      ridge.leaveOut(fold);
      DMatrixRMaj outputs = ridge.predict(strength, fold);
      int[] rows = folds.rows(fold);
      for (int i = 0; i < rows.length; i++) {
        predicted[rows[i]] = largest(outputs, i);
        right[rows[i]] = predicted[rows[i]] == classes.labels()[rows[i]];
      }
    }
    return new Outcome(predicted, right);
  }

  /** The one that does best on the next fold; of equals the larger. */
  private double strength(Ridge ridge, int fold) {
    int held = (fold + 1) % folds.count();
    ridge.leaveOut(fold, held);
    DMatrixRMaj wanted = classes.matrix(folds.rows(held));
    double best = STRENGTHS[0];
    double least = Double.POSITIVE_INFINITY;
    for (double strength : STRENGTHS) {
      double error = squaredError(ridge.predict(strength, held), wanted);
      if (error < least) {
        least = error;
        best = strength;
      }
    }
    return best;
  }

  private static double squaredError(DMatrixRMaj outputs, DMatrixRMaj wanted) {
    double sum = 0;
    for (int i = 0; i < wanted.data.length; i++) {
      double apart = outputs.data[i] - wanted.data[i];
      sum += apart * apart;
    }
    return sum;
  }

  private static int largest(DMatrixRMaj outputs, int row) {
    int largest = 0;
    for (int label = 1; label < outputs.numCols; label++) {
      if (outputs.get(row, label) > outputs.get(row, largest)) {
        largest = label;
      }
    }
    return largest;
  }
}
