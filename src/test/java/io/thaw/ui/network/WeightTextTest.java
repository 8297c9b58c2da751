package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.evaluation.ValueSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightTextTest {
  private static ValueSummary of(float... values) {
    return ValueSummary.of(values, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-0.68842, -0.688",
    "1234.5, 1230",
    "0.00012345, 0.000123",
    "0.000012345, 1.2e-05",
    "2500000, 2.5e+06"
  })
  void threeDigitsAreEnough(double value, String text) {
    assertThat(WeightText.number(value)).isEqualTo(text);
  }

  @Test
  void wordsSayWhatTheDrawingShows() {
    assertThat(WeightText.words(of(-1, 0, 1, 2)))
        .isEqualTo("4 values, mean 0.5, standard deviation 1.12, range -1 to 2. 25.0 % are zero.");
    assertThat(WeightText.words(of(3, 3)))
        .isEqualTo("2 values, mean 3, standard deviation 0, range all 3. None is zero.");
    assertThat(WeightText.words(of(3, Float.NaN)))
        .isEqualTo(
            "2 values, mean 3, standard deviation 0, range all 3. None is zero."
                + " 1 value is not finite.");
    assertThat(WeightText.words(of(Float.NaN))).isEqualTo("1 value, none of them finite.");
    float[] many = new float[5000];
    java.util.Arrays.fill(many, 1, many.length, 2);
    assertThat(WeightText.words(of(many))).endsWith("Fewer than 0.1 % are zero.");
  }
}
