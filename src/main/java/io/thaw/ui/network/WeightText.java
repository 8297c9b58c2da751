package io.thaw.ui.network;

import io.thaw.evaluation.ValueSummary;
import io.thaw.ui.common.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What the inspector says of the values of an array. */
final class WeightText {
  private static final MathContext DIGITS = new MathContext(3);

  private WeightText() {}

  /** From the least to the largest: {@code -0.42 to 0.51}. */
  static String range(ValueSummary values) {
    if (!values.anyFinite()) {
      return "none finite";
    }
    return values.least() == values.largest()
        ? "all " + number(values.least())
        : number(values.least()) + " to " + number(values.largest());
  }

  /** All there is to say, in words. */
  static String words(ValueSummary values) {
    String count = Figures.count(values.count()) + (values.count() == 1 ? " value" : " values");
    if (!values.anyFinite()) {
      return count + ", none of them finite.";
    }
    return "%s, mean %s, standard deviation %s, range %s. %s%s"
        .formatted(
            count,
            number(values.mean()),
            number(values.deviation()),
            range(values),
            zeros(values.zeros()),
            values.notFinite() == 0 ? "" : " " + notFinite(values));
  }

  private static String zeros(double share) {
    if (share == 0) {
      return "None is zero.";
    }
    return (share < 0.001 ? "Fewer than 0.1 %" : Figures.percent(share)) + " are zero.";
  }

  /** How many values are infinite or no number, one sentence. */
  static String notFinite(ValueSummary values) {
    return values.notFinite() == 1
        ? "1 value is not finite."
        : Figures.count(values.notFinite()) + " values are not finite.";
  }

  /** Three digits, with an exponent where there would be many zeros. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    return size >= 1e-4 && size < 1e6
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.1e", value);
  }
}
