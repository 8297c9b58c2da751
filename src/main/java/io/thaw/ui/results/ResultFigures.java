package io.thaw.ui.results;

import io.thaw.dataset.Leaks;
import io.thaw.evaluation.ConfidenceInterval;
import io.thaw.evaluation.ConfusionMatrix;
import io.thaw.job.LayerState;
import io.thaw.job.Report;
import io.thaw.ui.common.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report in words. */
record ResultFigures(Report report) {

  /** Counts as the evaluation package takes them. */
  ConfusionMatrix matrix() {
    return report.matrix();
  }

  String accuracy() {
    return Figures.percent(report.valAccuracy());
  }

  /** The mean share of right answers of the classes, whatever their sizes. */
  String balancedAccuracy() {
    return Figures.percent(matrix().balancedAccuracy());
  }

  /** How sure the accuracy is, given how many pictures it was measured on. */
  String interval() {
    return interval(matrix(), "held-back pictures");
  }

  private static String interval(ConfusionMatrix counts, String pictures) {
    ConfidenceInterval range = counts.accuracyInterval();
    return String.format(
        Locale.ROOT,
        "95 %% interval %.1f to %.1f %%, %,d of %,d %s right",
        100 * range.low(),
        100 * range.high(),
        counts.correct(),
        counts.total(),
        pictures);
  }

  /** The accuracy on pictures kept for a test; empty where there are none. */
  Optional<String> testAccuracy() {
    return Optional.ofNullable(report.test()).map(it -> Figures.percent(it.accuracy()));
  }

  /** How sure it is; empty where there are none. */
  String testInterval() {
    return report.test() == null
        ? ""
        : interval(report.test().matrix(report.classes()), "test pictures");
  }

  boolean frozenKept() {
    return report.frozenValuesChanged() == 0;
  }

  /** The proof that freezing was kept. */
  String frozen() {
    return Figures.count(report.frozenValuesChanged())
        + " of "
        + Figures.count(report.frozenValues());
  }

  /** What both sides of the split share; empty in reports of older builds. */
  String leaks() {
    Leaks it = report.leaks();
    if (it == null) {
      return "";
    }
    String groups =
        switch (it.together()) {
          case 0 -> "";
          case 1 -> ", 1 group of yours";
          default -> ", " + it.together() + " groups of yours";
        };
    return it.none()
        ? "no picture"
        : it.copies() + " copies, " + it.lookAlikes() + " alike" + groups;
  }

  String pictures() {
    String both = Figures.count(report.trainImages()) + " + " + Figures.count(report.valImages());
    return report.test() == null ? both : both + " + " + Figures.count(report.test().images());
  }

  String epochs() {
    int count = report.epochs().size();
    return report.cancelled() ? count + ", stopped early" : Integer.toString(count);
  }

  /** What was frozen, in words. */
  String plan() {
    String freeze = report.freeze();
    String words =
        freeze.equals("all")
            ? "all but the new head"
            : freeze.equals("none")
                ? "nothing"
                : freeze.startsWith("until:")
                    ? "down to " + freeze.substring("until:".length())
                    : freeze.substring(freeze.indexOf(':') + 1).split(",").length + " layers";
    long special =
        report.layers().stream().filter(layer -> layer.rate() != 0 && layer.rate() != 1).count();
    return special == 0 ? words : words + "; " + special + " with rates of their own";
  }

  /** The layer that moved furthest from where it began; empty when only the head learned. */
  String moved() {
    return report.layers().stream()
        .filter(layer -> layer.state() == LayerState.TRAINABLE && layer.change() != null)
        .max(Comparator.comparingDouble(Report.LayerRecord::change))
        .map(layer -> layer.name() + ", " + Figures.percent(layer.change()))
        .orElse("");
  }

  /** What the user should know about the run, in sentences; reports of older builds have none. */
  List<String> notices() {
    return report.notices() == null ? List.of() : report.notices();
  }
}
