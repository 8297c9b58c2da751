package io.thaw.tuning;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Epochs that show each class equally often. All draws of a run are numbered; draw t is of class t
 * modulo the classes, and takes the next sample of the class's own endless sequence: one shuffle of
 * its samples after the other. So no sample of a class comes again before all of the class came,
 * across epochs too, and an epoch follows from its number alone, as a resumed run needs it.
 */
final class BalancedOrder implements EpochOrder {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final int[][] members;
  private final int count;
  private final long seed;

  /** The shuffle of each class that was needed last, so that an epoch makes each only once. */
  private final int[][] shuffles;

  private final long[] rounds;

  /**
   * An order.
   *
   * @param labels class of each sample
   * @param seed of the run
   */
  BalancedOrder(int[] labels, long seed) {
    this.count = labels.length;
    this.seed = seed;
    this.members =
        IntStream.of(labels)
            .sorted()
            .distinct()
            .mapToObj(label -> IntStream.range(0, count).filter(i -> labels[i] == label).toArray())
            .toArray(int[][]::new);
    this.shuffles = new int[members.length][];
    this.rounds = new long[members.length];
  }

  @Override
  public int[] of(int epoch, RandomGenerator random) {
    int[] drawn = new int[count];
    long first = (epoch - 1L) * count;
    for (int i = 0; i < count; i++) {
      long draw = first + i;
      drawn[i] = sample((int) (draw % members.length), draw / members.length);
    }
    return EpochOrder.shuffled(drawn, random);
  }

  /** The sample at a place in the endless sequence of a class. */
  private int sample(int label, long place) {
    int size = members[label].length;
    long round = place / size;
    if (shuffles[label] == null || rounds[label] != round) {
      rounds[label] = round;
      shuffles[label] =
          EpochOrder.shuffled(
              members[label], new SplittableRandom((seed * SPREAD + label) * SPREAD + round));
    }
    return shuffles[label][(int) (place % size)];
  }
}
