package io.thaw.ui.training.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers along an axis from 0 to {@code top}.
 *
 * @param step 1, 2 or 5 times a power of ten
 * @param top the first multiple of the step that is not below the largest value
 */
public record Ticks(double step, double top) {

  /**
   * Ticks for values from 0 to {@code max}.
   *
   * @param most largest number of steps, at least 1
   */
  public static Ticks upTo(double max, int most) {
    double range = max > 0 && Double.isFinite(max) ? max : 1;
    double step = niceStep(range / Math.max(1, most));
    return new Ticks(step, Math.ceil(range / step - 1e-9) * step);
  }

  /** Ticks in whole numbers for values from 0 to {@code max}, which is also the top. */
  public static Ticks wholeUpTo(double max, int most) {
    return new Ticks(Math.max(1, niceStep(max / Math.max(1, most))), max);
  }

  /** The multiples of the step from 0 to the top. */
  public List<Double> values() {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i * step <= top + step * 1e-6; i++) {
      values.add(i * step);
    }
    return values;
  }

  /** A tick's text, with as many digits as tell it from its neighbours. */
  public String text(double value) {
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static double niceStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
