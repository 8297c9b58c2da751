package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "999, 999",
    "1000, 1.00 k",
    "9994, 9.99 k",
    "9996, 10.0 k",
    "99960, 100 k",
    "118013952, 118 M",
    "999999999, 1.00 G"
  })
  void roundsToThreeDigits(long value, String words) {
    assertThat(Quantities.rounded(value)).isEqualTo(words);
  }

  @Test
  void tellsNothingFromUnknown() {
    assertThat(Quantities.parameters(OptionalLong.of(0))).isEqualTo("–");
    assertThat(Quantities.parameters(OptionalLong.empty())).isEqualTo("unknown");
    assertThat(Quantities.parameters(OptionalLong.of(11176512))).isEqualTo("11,176,512");
  }
}
