package io.thaw.tuning;

import io.thaw.job.ClassBalance;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Which samples an epoch shows, and in which order. Every epoch can be asked for, in any order. */
interface EpochOrder {
  /**
   * The samples of an epoch.
   *
   * @param epoch from 1 on
   * @param random of the epoch alone
   * @return as many indices as there are samples
   */
  int[] of(int epoch, RandomGenerator random);

  /**
   * The order of a run.
   *
   * @param seed of the run
   */
  static EpochOrder of(Samples train, ClassBalance balance, long seed) {
    if (balance == ClassBalance.BALANCED_SAMPLING) {
      return new BalancedOrder(IntStream.range(0, train.count()).map(train::label).toArray(), seed);
    }
    int[] all = IntStream.range(0, train.count()).toArray();
    return (epoch, random) -> shuffled(all, random);
  }

  /** The values in an order of chance, each order as probable as any other (Fisher and Yates). */
  static int[] shuffled(int[] values, RandomGenerator random) {
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = values[i];
    }
    return order;
  }
}
