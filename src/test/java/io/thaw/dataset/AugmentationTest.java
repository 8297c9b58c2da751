package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  /** Two rows of three pixels. */
  private static final byte[] PICTURE = {
    1, 1, 1, 2, 2, 2, 3, 3, 3,
    4, 4, 4, 5, 5, 5, 6, 6, 6
  };

  @Test
  void halfOfThePicturesAreMirrored() {
    Augmentation flip = new Augmentation(true, 0);
    int mirrored = 0;
    for (int seed = 0; seed < 200; seed++) {
      byte[] copy = flip.apply(PICTURE, 3, 2, new SplittableRandom(seed));
      boolean isMirrored = copy[0] == 3;
      assertThat(copy)
          .isEqualTo(
              isMirrored
                  ? new byte[] {3, 3, 3, 2, 2, 2, 1, 1, 1, 6, 6, 6, 5, 5, 5, 4, 4, 4}
                  : PICTURE);
      mirrored += isMirrored ? 1 : 0;
    }
    assertThat(mirrored).isBetween(70, 130);
  }

  @Test
  void movesAreBoundedAndRepeatTheEdge() {
    Set<Integer> corners = new TreeSet<>();
    for (int seed = 0; seed < 200; seed++) {
      byte[] copy = new Augmentation(false, 1).apply(PICTURE, 3, 2, new SplittableRandom(seed));
      corners.add((int) copy[0]);
    }
    assertThat(corners).containsExactly(1, 2, 4, 5);
  }

  @Test
  void theSeedDecidesAndTheSourceStays() {
    Augmentation both = new Augmentation(true, 2);
    byte[] before = PICTURE.clone();
    byte[] one = both.apply(PICTURE, 3, 2, new SplittableRandom(4));
    assertThat(both.apply(PICTURE, 3, 2, new SplittableRandom(4))).isEqualTo(one);
    assertThat(PICTURE).isEqualTo(before);
    assertThat(Augmentation.NONE.apply(PICTURE, 3, 2, new SplittableRandom(4))).isEqualTo(PICTURE);
  }
}
