package io.thaw.ui.results;

import io.thaw.evaluation.ConfidenceInterval;
import io.thaw.evaluation.ConfusionMatrix;
import io.thaw.job.Report;
import io.thaw.ui.common.Figures;
import java.util.List;
import java.util.Locale;

/** A report in words. */
record ResultFigures(Report report) {

  /** Counts as the evaluation package takes them. */
  ConfusionMatrix matrix() {
    return new ConfusionMatrix(report.classes(), report.confusion());
  }

  String accuracy() {
    return Figures.percent(report.valAccuracy());
  }

  /** How sure the accuracy is, given how many pictures it was measured on. */
  String interval() {
    ConfidenceInterval range = matrix().accuracyInterval();
    return String.format(
        Locale.ROOT,
        "95 %% interval %.1f to %.1f %%, %,d of %,d held-back pictures right",
        100 * range.low(),
        100 * range.high(),
        matrix().correct(),
        matrix().total());
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

  String pictures() {
    return Figures.count(report.trainImages()) + " + " + Figures.count(report.valImages());
  }

  String epochs() {
    int count = report.epochs().size();
    return report.cancelled() ? count + ", stopped early" : Integer.toString(count);
  }

  /** What the user should know about the run, in sentences; reports of older builds have none. */
  List<String> notices() {
    return report.notices() == null ? List.of() : report.notices();
  }
}
