package io.thaw.ui.common;

import java.util.Locale;

/** Figures as they are shown; NaN is an em dash. */
public final class Figures {
  private static final String NONE = "\u2014";

  private Figures() {}

  /** A share as a percentage with one digit after the point. */
  public static String percent(double share) {
    return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A loss: four significant digits at most, always the same width for the same size. */
  public static String loss(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
  }

  /** A learning rate. */
  public static String rate(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (value == 0) {
      return "0";
    }
    return String.format(Locale.ROOT, value >= 1e-3 ? "%.4f" : "%.1e", value);
  }

  /** A whole number with separators. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A duration in words, such as "2 min 05 s"; an em dash when negative. */
  public static String duration(double seconds) {
    if (Double.isNaN(seconds) || seconds < 0) {
      return NONE;
    }
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  /** Time left: coarse, since it is an estimate; empty while unknown. */
  public static String left(double seconds) {
    if (Double.isNaN(seconds) || seconds < 0) {
      return "";
    }
    return (seconds < 10 ? "a few seconds" : duration(seconds)) + " left";
  }
}
