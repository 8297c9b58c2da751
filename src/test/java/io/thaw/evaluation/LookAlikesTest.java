package io.thaw.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
  private static final int SHARED = 12;

  private final Random random = new Random(3);
  private float[][] kinds;

  /**
   * Features as networks have them: all of one sign, most of them following a few directions that
   * whole classes share.
   */
  private float[] sample(int features) {
    if (kinds == null) {
      kinds = new float[SHARED][features];
      for (float[] kind : kinds) {
        IntStream.range(0, features)
            .forEach(i -> kind[i] = Math.abs((float) random.nextGaussian()));
      }
    }
    float[] row = new float[features];
    for (float[] kind : kinds) {
      float weight = 2 * Math.abs((float) random.nextGaussian());
      IntStream.range(0, features).forEach(i -> row[i] += weight * kind[i]);
    }
    return changed(row, 1);
  }

  private float[] changed(float[] row, double by) {
    float[] result = row.clone();
    for (int i = 0; i < row.length; i++) {
      result[i] += (float) (by * random.nextGaussian());
    }
    return result;
  }

  private float[][] samples(int count, int features) {
    return IntStream.range(0, count).mapToObj(i -> sample(features)).toArray(float[][]::new);
  }

  private static List<LookAlikes.Pair> find(float[][] rows) {
    return LookAlikes.find(copy(rows), () -> false);
  }

  private static float[][] copy(float[][] rows) {
    return IntStream.range(0, rows.length).mapToObj(i -> rows[i].clone()).toArray(float[][]::new);
  }

  private static double cosine(float[] one, float[] other) {
    double product = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
      a += one[i] * one[i];
      b += other[i] * other[i];
    }
    return product / Math.sqrt(a * b);
  }

  @ParameterizedTest
  @CsvSource({"400, 64", "500, 300", "300, 700"})
  void whatIsAlikeIsFoundAndNothingElseThoughAllCosinesAreHigh(int count, int features) {
    float[][] rows = samples(count, features);
    rows[7] = changed(rows[3], 0.25);
    rows[101] = changed(rows[200], 0.25);
    assertThat(cosine(rows[0], rows[1])).isGreaterThan(0.85);

    assertThat(find(rows))
        .containsExactly(new LookAlikes.Pair(3, 7), new LookAlikes.Pair(101, 200));
  }

  @Test
  void aFamilyIsFoundAndACrowdIsNot() {
    float[][] rows = samples(600, 128);
    for (int i = 1; i < 5; i++) {
      rows[i] = changed(rows[0], 0.25);
    }
    for (int i = 101; i < 125; i++) {
      rows[i] = changed(rows[100], 0.25);
    }

    assertThat(find(rows).stream().flatMap(it -> Stream.of(it.one(), it.other())))
        .contains(0, 1, 2, 3, 4)
        .allMatch(it -> it < 5);
  }

  @Test
  void theOrderOfTheSamplesChangesNothing() {
    float[][] rows = samples(300, 100);
    rows[250] = changed(rows[10], 0.25);
    rows[251] = changed(rows[10], 0.25);
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.length).boxed().toList());
    Collections.shuffle(order, random);
    float[][] shuffled = order.stream().map(i -> rows[i]).toArray(float[][]::new);

    List<LookAlikes.Pair> back =
        find(shuffled).stream()
            .map(it -> pair(order.get(it.one()), order.get(it.other())))
            .toList();

    assertThat(back).hasSize(3).containsExactlyInAnyOrderElementsOf(find(rows));
  }

  private static LookAlikes.Pair pair(int one, int other) {
    return new LookAlikes.Pair(Math.min(one, other), Math.max(one, other));
  }

  @Test
  void thereAreNoPairsWhereThereIsNothingToCompare() {
    assertThat(find(new float[0][])).isEmpty();
    assertThat(find(samples(1, 8))).isEmpty();
    assertThat(find(samples(2, 8))).isEmpty();
    assertThat(find(new float[50][8])).isEmpty();
  }

  @Test
  void endsWhenCancelled() {
    float[][] rows = samples(300, 16);

    assertThatThrownBy(() -> LookAlikes.find(rows, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void everyPairIsComparedWhateverTheTiles() {
    for (int count : new int[] {2, 63, 64, 65, 200}) {
      float[][] rows = samples(count, 7);
      Whitening.whiten(rows);
      int kept = Math.min(4, count - 1);
      PairSearch.Found found = new PairSearch(rows, kept, () -> false).run();
      double squares = 0;
      for (int i = 0; i < count; i++) {
        int at = i;
        double best =
            IntStream.range(0, count)
                .filter(j -> j != at)
                .mapToDouble(j -> cosine(rows[at], rows[j]))
                .max()
                .orElseThrow();
        assertThat((double) found.nearest().similarity(i, 0)).isCloseTo(best, within());
        for (int j = 0; j < i; j++) {
          squares += Math.pow(cosine(rows[i], rows[j]), 2);
        }
      }
      assertThat(found.meanSquare()).isCloseTo(squares / (count * (count - 1) / 2.0), within());
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-5);
  }
}
