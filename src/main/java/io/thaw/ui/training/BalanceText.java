package io.thaw.ui.training;

import io.thaw.dataset.ClassCounts;
import io.thaw.job.ClassBalance;

/** Classes of different size in the user's words. */
final class BalanceText {
  static final String EXPLANATION =
      "What is done when some classes have far fewer pictures than others: a weighted loss gives"
          + " each of their pictures more weight, balanced sampling shows them more often; with"
          + " none, a class counts by its pictures.";

  private BalanceText() {}

  static String name(ClassBalance balance) {
    return switch (balance) {
      case NONE -> "None";
      case WEIGHTED_LOSS -> "Weighted loss";
      case BALANCED_SAMPLING -> "Balanced sampling";
    };
  }

  /** Why something should be done about these classes, in one sentence. */
  static String recommendation(ClassCounts counts) {
    return "The pictures are "
        + counts.extremes()
        + ", so that the smaller class may be missed more often.";
  }
}
