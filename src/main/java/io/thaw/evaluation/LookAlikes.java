package io.thaw.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Finds samples that are so similar in what a network knows of them that they may show one thing
 * twice: pictures of one scene, crops, mirror images.
 *
 * <p>Cosines of features as they are do not tell: with one network the nearest neighbours among
 * pictures of waste have 0.95 in the median, with another 0.74, and crops 0.98 and 0.90. So the
 * features are whitened on the very samples. The cosine of two unrelated samples is then spread
 * around 0 as a correlation coefficient is, and Fisher's transformation, {@code artanh(cosine) /
 * root mean square of all cosines}, makes of it a number of standard deviations that means the same
 * for networks of 384 to 1,280 features. Large ones are met roughly as often as {@code exp(-z)}
 * says, so that among the pairs of N samples the largest by chance is near {@code 2 ln N}: a pair
 * is found when it has at least that many, and {@value #APART} times as many as the {@value
 * #NEIGHBOURS}th nearest neighbour of each of the two. Where many are similar, such as products on
 * one background, it is their kind that is similar.
 *
 * <p>That was found on photographs of flowers and of waste and on drawn pictures, with three
 * networks, by looking at the pairs; the README tells the figures. Few samples say little of what
 * is usual: of fifty, next to nothing is found.
 */
public final class LookAlikes {
  /** Pairs grow with the square of the samples. */
  private static final double PAIRS = 2;

  /** Times as many as for a neighbour of that rank. */
  static final double APART = 3.5;

  /** Families may be as large, so that they are not taken for a kind. */
  static final int NEIGHBOURS = 16;

  private static final double BELOW_ONE = 1 - 1e-6;

  private LookAlikes() {}

  /**
   * Two samples that are alike.
   *
   * @param one the smaller index
   * @param other the larger one
   */
  public record Pair(int one, int other) {}

  /**
   * Compares every pair of samples.
   *
   * @param rows {@code [samples][features]}, of finite numbers; overwritten
   * @return the pairs that are alike, in order
   * @throws CancellationException when cancelled
   */
  public static List<Pair> find(float[][] rows, BooleanSupplier cancelled) {
    if (rows.length < 2) {
      return List.of();
    }
    Whitening.whiten(rows);
    int kept = Math.min(NEIGHBOURS, rows.length - 1);
    PairSearch.Found found = new PairSearch(rows, kept, cancelled).run();
    double deviation = Math.sqrt(found.meanSquare());
    return deviation > 0 ? pairs(found.nearest(), rows.length, deviation) : List.of();
  }

  private static List<Pair> pairs(Nearest nearest, int samples, double deviation) {
    double least = PAIRS * Math.log(samples);
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < samples; one++) {
      for (int rank = 0; rank < nearest.kept(); rank++) {
        int other = nearest.other(one, rank);
        double unusual = unusual(nearest.similarity(one, rank), deviation);
        // The pair is in both lists, or far from being apart in the one where it is not.
        if (other > one && unusual >= least && isApart(nearest, one, other, unusual, deviation)) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::one).thenComparingInt(Pair::other));
    return pairs;
  }

  private static boolean isApart(
      Nearest nearest, int one, int other, double unusual, double deviation) {
    int last = nearest.kept() - 1;
    float crowd = Math.max(nearest.similarity(one, last), nearest.similarity(other, last));
    return unusual >= APART * unusual(crowd, deviation);
  }

  private static double unusual(double cosine, double deviation) {
    double bounded = Math.max(-BELOW_ONE, Math.min(BELOW_ONE, cosine));
    return 0.5 * Math.log((1 + bounded) / (1 - bounded)) / deviation;
  }
}
