package io.thaw.cli;

import io.thaw.job.BadJobException;
import io.thaw.job.Estimate;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a run was expected to take beside what it took, in words. */
final class EstimateText {
  private EstimateText() {}

  /** Blank where nothing was estimated. */
  static String of(String run) {
    Path file = new RunFiles(Path.of(run)).report();
    try {
      return Files.exists(file) ? of(Report.read(file)) : "";
    } catch (BadJobException e) {
      return "What was estimated cannot be told: " + e.getMessage();
    }
  }

  static String of(Report report) {
    Estimate estimate = report.estimate();
    if (estimate == null) {
      return "";
    }
    String text =
        "Estimated %s, took %s"
            .formatted(seconds(estimate.totalSeconds()), seconds(report.seconds().total()));
    Report.Features features = report.features();
    boolean known = features != null && features.fromCache() > 0;
    return known ? text + ", because features were known from earlier runs" : text;
  }

  private static String seconds(double seconds) {
    return seconds < 9.95
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.0f s", seconds);
  }
}
