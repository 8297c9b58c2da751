package io.thaw.ui.network;

import io.thaw.ui.common.Figures;
import java.util.Locale;
import java.util.OptionalLong;

/** Sizes and costs as the network view writes them. */
final class Quantities {
  private static final String[] UNITS = {"", " k", " M", " G", " T"};

  private Quantities() {}

  /** All digits, in groups: {@code 11,176,512}. */
  static String exact(long value) {
    return Figures.count(value);
  }

  /** Three digits and a unit: {@code 118 M}. */
  static String rounded(long value) {
    double scaled = value;
    int unit = 0;
    while (scaled >= 999.5 && unit < UNITS.length - 1) {
      scaled /= 1000;
      unit++;
    }
    int decimals = unit == 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
    return String.format(Locale.ENGLISH, "%." + decimals + "f%s", scaled, UNITS[unit]);
  }

  /** A dash for zero, a word for unknown. */
  static String parameters(OptionalLong value) {
    return value.isEmpty() ? "unknown" : value.getAsLong() == 0 ? "–" : exact(value.getAsLong());
  }

  /** A dash for zero, a word for unknown. */
  static String multiplyAdds(OptionalLong value) {
    return value.isEmpty() ? "unknown" : value.getAsLong() == 0 ? "–" : rounded(value.getAsLong());
  }
}
