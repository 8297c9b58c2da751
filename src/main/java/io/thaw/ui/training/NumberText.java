package io.thaw.ui.training;

import io.thaw.job.TrainingSettings;

/** Numbers as people type them, with either decimal mark; what cannot be read is explained. */
final class NumberText {
  private static final int MOST_VIEWS = 64;

  /** All but what rounding makes of nothing. */
  private static final double MOST_TAKEN = 1 - 1e-9;

  private NumberText() {}

  static int wholeNumber(String text, String name, int least, int most) {
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Explained below, together with what is out of range.
    }
    throw new IllegalArgumentException(
        String.format("%s must be a whole number from %,d to %,d.", name, least, most));
  }

  static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The seed must be a whole number, for example 1.", e);
    }
  }

  /** 0 when left blank: the run picks the rate. */
  static double learningRate(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    double value = decimal(text);
    if (value > 0 && value <= 10) {
      return value;
    }
    throw new IllegalArgumentException(
        "The learning rate must be a number above 0 and up to 10, for example 0.01; leave it blank"
            + " to have it picked.");
  }

  /** A share from a percentage between 1 and 90. */
  static double share(String text) {
    double percent = decimal(text.replace("%", "").strip());
    if (percent >= 1 && percent <= 90) {
      return percent / 100;
    }
    throw new IllegalArgumentException(
        "Held-back pictures must be between 1 and 90 percent, for example 20.");
  }

  /**
   * A share from a percentage between 0 and 90; 0 when left blank.
   *
   * @param heldBack share of the pictures that is taken already
   */
  static double testShare(String text, double heldBack) {
    String figure = text.replace("%", "").strip();
    double percent = figure.isEmpty() ? 0 : decimal(figure);
    if (!(percent >= 0 && percent <= 90)) {
      throw new IllegalArgumentException(
          "Test pictures must be between 0 and 90 percent; 0 keeps none for a test.");
    }
    if (heldBack + percent / 100 > MOST_TAKEN) {
      throw new IllegalArgumentException(
          "Held-back and test pictures together must leave some to learn from.");
    }
    return percent / 100;
  }

  /** Blank leaves the number to the run. */
  static int views(String text) {
    return text.isEmpty()
        ? TrainingSettings.AUTOMATIC_VIEWS
        : wholeNumber(text, "Views per picture", 0, MOST_VIEWS);
  }

  private static double decimal(String text) {
    try {
      return Double.parseDouble(text.replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
