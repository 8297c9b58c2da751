package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassCountsTest {
  private static ClassCounts of(Integer... counts) {
    return new ClassCounts(List.of("a", "b", "c").subList(0, counts.length), List.of(counts));
  }

  @Test
  void aClassIsWeightedByWhatItLacksToAnEvenShare() {
    ClassCounts counts = of(60, 30, 10);

    assertThat(counts.weights()).containsExactly(100 / 180.0, 100 / 90.0, 100 / 30.0);
    double mean = IntStream.range(0, 3).mapToDouble(this::share).sum() / 100;
    assertThat(mean).as("the size of the steps").isCloseTo(1, within(1e-12));
    assertThat(of(7, 7).weights()).containsExactly(1.0, 1.0);
  }

  private double share(int label) {
    ClassCounts counts = of(60, 30, 10);
    return counts.weights().get(label) * counts.counts().get(label);
  }

  @ParameterizedTest
  @CsvSource({"30, 10, false", "31, 10, true", "10, 31, true", "5, 5, false", "1, 0, true"})
  void moreThanThreeTimesTheSmallestIsImbalanced(int one, int other, boolean imbalanced) {
    assertThat(of(one, other).imbalanced()).isEqualTo(imbalanced);
  }

  @Test
  void theExtremesAreNamed() {
    assertThat(of(20, 1500, 7).extremes()).isEqualTo("1,500 of 'b' but 7 of 'c'");
  }

  @Test
  void labelsAreCounted() {
    assertThat(ClassCounts.of(List.of("a", "b"), IntStream.of(1, 0, 1)).counts())
        .containsExactly(1, 2);
  }

  @Test
  void aClassWithoutPicturesHasNoWeight() {
    assertThatThrownBy(of(3, 0)::weights).isInstanceOf(IllegalStateException.class);
  }
}
