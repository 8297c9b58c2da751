package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {
  /** 20 of class 0, 5 of class 1, 3 of class 2. */
  private static final int[] LABELS =
      IntStream.range(0, 28).map(i -> i < 20 ? 0 : i < 25 ? 1 : 2).toArray();

  private static final int EPOCHS = 12;

  private static int[] epoch(EpochOrder order, int epoch) {
    return order.of(epoch, new SplittableRandom(epoch));
  }

  private static List<int[]> epochs(long seed) {
    EpochOrder order = new BalancedOrder(LABELS, seed);
    return IntStream.rangeClosed(1, EPOCHS).mapToObj(it -> epoch(order, it)).toList();
  }

  @Test
  void everyEpochShowsEachClassEquallyOften() {
    long[] all = new long[3];
    for (int[] order : epochs(1)) {
      assertThat(order).hasSameSizeAs(LABELS);
      for (int label = 0; label < 3; label++) {
        int wanted = label;
        long shown = IntStream.of(order).filter(i -> LABELS[i] == wanted).count();
        assertThat(shown).isBetween(9L, 10L);
        all[label] += shown;
      }
    }
    assertThat(all).containsOnly(28 * EPOCHS / 3);
  }

  @Test
  void classesAreMixedWithinAnEpoch() {
    int changes = 0;
    int[] order = epochs(1).get(0);
    for (int i = 1; i < order.length; i++) {
      changes += LABELS[order[i]] == LABELS[order[i - 1]] ? 0 : 1;
    }
    assertThat(changes).isGreaterThan(9);
    assertThat(IntStream.range(0, 28).allMatch(i -> LABELS[order[i]] == i % 3)).isFalse();
  }

  /** After any epoch no picture of a class was shown twice more often than another of it. */
  @Test
  void noPictureComesAgainBeforeAllOfItsClassCame() {
    Map<Integer, Integer> shown = new HashMap<>();
    IntStream.range(0, LABELS.length).forEach(i -> shown.put(i, 0));
    for (int[] order : epochs(1)) {
      IntStream.of(order).forEach(i -> shown.merge(i, 1, Integer::sum));
      for (int label = 0; label < 3; label++) {
        int wanted = label;
        List<Integer> times = new ArrayList<>();
        shown.forEach((i, often) -> times.addAll(LABELS[i] == wanted ? List.of(often) : List.of()));
        assertThat(times.stream().mapToInt(it -> it).max().getAsInt())
            .isLessThanOrEqualTo(times.stream().mapToInt(it -> it).min().getAsInt() + 1);
      }
    }
  }

  @Test
  void theSeedDecidesAndAnEpochNeedsNoneBeforeIt() {
    assertThat(epochs(1)).usingRecursiveComparison().isEqualTo(epochs(1));
    assertThat(epochs(2)).usingRecursiveComparison().isNotEqualTo(epochs(1));

    EpochOrder gone = new BalancedOrder(LABELS, 1);
    assertThat(epoch(gone, 7)).containsExactly(epochs(1).get(6));
    assertThat(epoch(gone, 3)).containsExactly(epochs(1).get(2));
  }
}
