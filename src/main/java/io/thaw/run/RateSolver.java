package io.thaw.run;

import io.thaw.job.EngineRates;
import io.thaw.network.Work;
import java.util.List;

/**
 * Tells rates per kind of work from the times of networks with mixed work: as many equations as
 * unknowns, solved by turns (Gauss and Seidel), so that a rate can be kept positive where noise
 * would make it negative.
 */
final class RateSolver {
  private static final int ROUNDS = 100;

  /** Of a network's time, the kind of work that it is for has taken at least this share. */
  private static final double LEAST_SHARE = 0.15;

  private RateSolver() {}

  /**
   * A network and how long it took.
   *
   * @param work for one picture
   * @param seconds for one picture
   */
  record Timed(Work work, double seconds) {}

  /**
   * The rates.
   *
   * @param timed one for each kind of work that is mostly of that kind, in the order of {@link
   *     Work}'s components
   */
  static EngineRates solve(List<Timed> timed) {
    int kinds = timed.size();
    double[] cost = new double[kinds];
    for (int round = 0; round < ROUNDS; round++) {
      for (int kind = 0; kind < kinds; kind++) {
        double[] amounts = amounts(timed.get(kind).work());
        double left = timed.get(kind).seconds();
        for (int other = 0; other < kinds; other++) {
          left -= other == kind ? 0 : amounts[other] * cost[other];
        }
        double least = LEAST_SHARE * timed.get(kind).seconds();
        cost[kind] = Math.max(left, least) / amounts[kind];
      }
    }
    return new EngineRates(
        1 / cost[0], 1 / cost[1], 1 / cost[2], 1 / cost[3], 1 / cost[4], 1 / cost[5]);
  }

  private static double[] amounts(Work work) {
    return new double[] {
      work.dense(),
      work.pointwise(),
      work.grouped(),
      work.connected(),
      work.normalised(),
      work.moved()
    };
  }
}
