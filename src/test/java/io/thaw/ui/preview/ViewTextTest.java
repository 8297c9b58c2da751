package io.thaw.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.ViewTraits;
import org.junit.jupiter.api.Test;

class ViewTextTest {
  private static String words(
      boolean mirrored, double degrees, double share, int right, int down, double... factors) {
    return ViewText.words(
        new ViewTraits(mirrored, degrees, share, right, down, factors[0], factors[1], factors[2]));
  }

  @Test
  void saysWhatWasDrawn() {
    assertThat(words(true, 7.2, 0.62, 0, 0, 1.12, 0.95, 1.004))
        .isEqualTo(
            "mirrored, turned 7 degrees to the right, cropped to 62 %, 12 % brighter, 5 % less"
                + " contrast");
    assertThat(words(false, -1.1, 1, -1, 3, 0.9, 1, 0.8))
        .isEqualTo(
            "turned 1 degree to the left, moved 1 pixel left, moved 3 pixels down, 10 % darker,"
                + " 20 % less colour");
  }

  @Test
  void whatCannotBeSeenIsNotTold() {
    assertThat(words(false, -0.0, 0.9999, 0, 0, 1, 1, 1)).isEqualTo("as the picture is");
  }
}
