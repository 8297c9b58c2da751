package io.thaw.evaluation;

import java.util.List;

/**
 * The first of several points of a network after which nothing is gained.
 *
 * @param point the earliest one whose accuracy is not significantly below that of the best later
 *     one; an index into the outcomes
 * @param best the one of the highest accuracy; of equals the earliest
 * @param poor whether even the best is barely above guessing
 */
public record SufficientPoint(int point, int best, boolean poor) {
  /** Of {@link McNemar}'s test. */
  private static final double LEVEL = 0.05;

  /** What counts as barely: less than this part of the way from guessing to no mistake. */
  private static final double LEAST_GAIN = 0.1;

  /**
   * Chooses a point. A point is significantly below another if it is right less often and {@link
   * McNemar#probability} is below 0.05.
   *
   * @param outcomes on the same samples, in the order of the network; at least one
   * @param guess share of the most frequent class, from 0 to 1: what naming it each time gives. The
   *     best point is poor if its confidence interval begins less than a tenth of the way from
   *     there to 1
   */
  public static SufficientPoint of(List<LinearProbe.Outcome> outcomes, double guess) {
    int point = 0;
    while (point < outcomes.size() - 1 && isBelow(outcomes, point, best(outcomes, point + 1))) {
      point++;
    }
    int best = best(outcomes, 0);
    double low = outcomes.get(best).interval().low();
    return new SufficientPoint(point, best, low - guess < LEAST_GAIN * (1 - guess));
  }

  private static int best(List<LinearProbe.Outcome> outcomes, int from) {
    int best = from;
    for (int i = from + 1; i < outcomes.size(); i++) {
      if (outcomes.get(i).correct() > outcomes.get(best).correct()) {
        best = i;
      }
    }
    return best;
  }

  private static boolean isBelow(List<LinearProbe.Outcome> outcomes, int point, int other) {
    LinearProbe.Outcome here = outcomes.get(point);
    LinearProbe.Outcome there = outcomes.get(other);
    return here.correct() < there.correct()
        && McNemar.probability(here.right(), there.right()) < LEVEL;
  }
}
