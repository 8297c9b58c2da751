package io.thaw.ui.results;

import io.thaw.job.ByteSize;
import io.thaw.job.Estimate;
import io.thaw.job.Report;
import io.thaw.ui.common.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run cost, and what the feature cache saved it. Reports of older builds tell less; what
 * they do not tell is left out.
 */
record CostFigures(Report report) {
  /**
   * A line.
   *
   * @param id of the figure
   * @param explanation one sentence
   */
  record Line(String id, String name, String value, String explanation) {}

  /** All lines, from the time it took to the memory it took. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Report.Seconds seconds = report.seconds();
    if (report.features() == null) {
      lines.add(time("decode", "Decoding", seconds.decode(), "Reading and resizing pictures."));
      lines.add(time("prefix", "Frozen layers", seconds.prefix(), "Computed once per picture."));
    } else {
      lines.add(time("scan", "Finding pictures", seconds.scan(), "Looking through the folder."));
      lines.add(time("intake", "Taking in pictures", seconds.intake(), intake(seconds)));
    }
    lines.add(time("train", "Training", seconds.train(), "All epochs, validation included."));
    addTotals(lines, seconds);
    if (report.features() != null) {
      addFeatures(lines, report.features());
    }
    addMachine(lines);
    return lines;
  }

  /** What was expected before the run began stands beside what happened. */
  private void addTotals(List<Line> lines, Report.Seconds seconds) {
    Estimate expected = report.estimate();
    if (expected != null) {
      report
          .firstEpochSeconds()
          .ifPresent(it -> lines.add(first(it, expected.firstEpochSeconds())));
      report
          .laterEpochSeconds()
          .ifPresent(it -> lines.add(later(it, expected.laterEpochSeconds())));
    }
    lines.add(
        new Line(
            "total",
            "Everything",
            beside(seconds.total(), expected == null ? -1 : expected.totalSeconds()),
            "From the start to the written report."));
  }

  private static Line first(double seconds, double expected) {
    return new Line(
        "first-epoch",
        "First epoch",
        beside(seconds, expected),
        "With taking in pictures. What was expected is for pictures of which nothing is kept yet.");
  }

  private static Line later(double seconds, double expected) {
    return new Line(
        "later-epoch",
        "Each later one",
        beside(seconds, expected),
        "The mean of all epochs after the first, validation included.");
  }

  private static String beside(double seconds, double expected) {
    String happened = Figures.duration(seconds);
    return expected < 0 ? happened : happened + " (expected " + Figures.duration(expected) + ")";
  }

  private static String intake(Report.Seconds seconds) {
    return "Reading pictures and running the frozen layers over them, both at once: %s waiting for pictures, %s in frozen layers."
        .formatted(Figures.duration(seconds.decode()), Figures.duration(seconds.prefix()));
  }

  private static void addFeatures(List<Line> lines, Report.Features it) {
    if (it.engine() == null) {
      return;
    }
    long records = it.fromCache() + it.computed();
    String things = it.views() > 0 ? "Views" : "Pictures";
    lines.add(
        new Line(
            "from-cache",
            "From earlier runs",
            Figures.count(it.fromCache()) + " of " + Figures.count(records),
            things + " whose frozen layers the feature cache knew already."));
    lines.add(
        new Line(
            "computed",
            "Computed",
            Figures.count(it.computed()),
            things + " that the frozen layers ran over, once."));
    if (it.views() > 0) {
      lines.add(
          new Line(
              "views",
              "Views kept",
              Figures.count(it.views()) + " per picture",
              "Changed versions of each training picture that the epochs drew from."));
    }
    if (it.notKept() > 0) {
      lines.add(
          new Line(
              "not-kept",
              "Not kept",
              Figures.count(it.notKept()),
              "There was no room for these, so every epoch computed them again."));
    }
  }

  private void addMachine(List<Line> lines) {
    if (report.features() != null && report.features().engine() != null) {
      lines.add(
          new Line("engine", "Engine", report.features().engine(), "What ran the frozen layers."));
    }
    if (report.instructionSet() != null) {
      lines.add(
          new Line(
              "instruction-set",
              "Instruction set",
              report.instructionSet(),
              "The processor's instructions that training was held to, since they were faster."));
    }
    if (report.peakMemory() > 0) {
      lines.add(
          new Line(
              "memory",
              "Most memory",
              memory(),
              "The most that the training process took at any time."));
    }
  }

  private String memory() {
    String happened = ByteSize.text(report.peakMemory());
    return report.estimate() == null
        ? happened
        : happened + " (expected " + ByteSize.text(report.estimate().memoryBytes()) + ")";
  }

  private static Line time(String id, String name, double seconds, String explanation) {
    return new Line(id, name, Figures.duration(seconds), explanation);
  }
}
