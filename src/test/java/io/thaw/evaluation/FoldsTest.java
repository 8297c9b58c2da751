package io.thaw.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

  @Test
  void everySampleIsInOneFoldAndEveryClassInAll() {
    int[] labels = IntStream.range(0, 103).map(i -> i % 10 == 0 ? 1 : 0).toArray();
    Folds folds = new Folds(labels, 2, 9);

    int[] all = IntStream.range(0, 5).flatMap(f -> IntStream.of(folds.rows(f))).sorted().toArray();
    assertThat(all).isEqualTo(IntStream.range(0, 103).toArray());
    for (int fold = 0; fold < 5; fold++) {
      assertThat(folds.rows(fold).length).isBetween(20, 21);
      long rare = IntStream.of(folds.rows(fold)).filter(i -> labels[i] == 1).count();
      assertThat(rare).isBetween(2L, 3L);
    }
  }

  @Test
  void aRareClassLiesInAsManyFoldsAsItHasSamples() {
    int[] labels = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1};
    Folds folds = new Folds(labels, 2, 1);

    for (int fold = 0; fold < folds.count(); fold++) {
      assertThat(IntStream.of(folds.rowsWithout(fold)).anyMatch(i -> labels[i] == 1)).isTrue();
    }
  }

  @Test
  void familiesStayTogetherAndClassesEven() {
    int[] labels = IntStream.range(0, 120).map(i -> i % 2).toArray();
    // Families of one to four samples, the two classes in some of them mixed.
    int[] families = IntStream.range(0, 120).map(i -> i * i % 47).toArray();
    Folds folds = new Folds(labels, families, 2, 5);

    int[] foldOf = new int[47];
    for (int fold = 0; fold < folds.count(); fold++) {
      for (int row : folds.rows(fold)) {
        assertThat(foldOf[families[row]]).isIn(0, fold + 1);
        foldOf[families[row]] = fold + 1;
      }
      assertThat(folds.rows(fold).length).isBetween(18, 30);
    }
    assertThatThrownBy(() -> new Folds(labels, new int[120], 2, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSeedDecides() {
    int[] labels = new int[50];

    assertThat(new Folds(labels, 1, 1).rows(0)).isEqualTo(new Folds(labels, 1, 1).rows(0));
    assertThat(new Folds(labels, 1, 1).rows(0)).isNotEqualTo(new Folds(labels, 1, 2).rows(0));
  }

  @Test
  void foldsCanBeLeftOut() {
    Folds folds = new Folds(new int[] {0, 0, 0, 0}, 1, 1);

    assertThat(folds.count()).isEqualTo(4);
    assertThat(folds.rowsWithout(1, 2))
        .containsExactlyInAnyOrder(folds.rows(0)[0], folds.rows(3)[0]);
    assertThatThrownBy(() -> new Folds(new int[2], 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
