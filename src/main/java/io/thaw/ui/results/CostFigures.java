package io.thaw.ui.results;

import io.thaw.job.ByteSize;
import io.thaw.job.Estimate;
import io.thaw.job.Report;
import io.thaw.ui.common.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
   * @param expected what had been expected before the run began; empty where nothing was
   */
  record Line(String id, String name, String value, String explanation, String expected) {
    Line(String id, String name, String value, String explanation) {
      this(id, name, value, explanation, "");
    }
  }

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

  /** Whether earlier runs had kept something that this run did not need to compute. */
  boolean knewSome() {
    return report.features() != null && report.features().fromCache() > 0;
  }

  private void addTotals(List<Line> lines, Report.Seconds seconds) {
    Optional<Estimate> expected = Optional.ofNullable(report.estimate());
    if (expected.isPresent()) {
      add(
          lines,
          new Line(
              "first-epoch",
              "First epoch",
              "",
              "With taking in pictures. What was expected is for pictures of which nothing is kept"
                  + " yet."),
          report.firstEpochSeconds(),
          expected.map(Estimate::firstEpochSeconds));
      add(
          lines,
          new Line(
              "later-epoch",
              "Each later one",
              "",
              "The mean of all epochs after the first, validation included."),
          report.laterEpochSeconds(),
          expected.map(Estimate::laterEpochSeconds));
    }
    add(
        lines,
        new Line("total", "Everything", "", "From the start to the written report."),
        OptionalDouble.of(seconds.total()),
        expected.map(Estimate::totalSeconds));
  }

  /** Fills in what happened, if it did, and what had been expected. */
  private static void add(
      List<Line> lines, Line line, OptionalDouble seconds, Optional<Double> expected) {
    seconds.ifPresent(
        it ->
            lines.add(
                new Line(
                    line.id(),
                    line.name(),
                    Figures.duration(it),
                    line.explanation(),
                    expected.map(Figures::duration).orElse(""))));
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
              ByteSize.text(report.peakMemory()),
              "The most that the training process took at any time.",
              report.estimate() == null ? "" : ByteSize.text(report.estimate().memoryBytes())));
    }
  }

  private static Line time(String id, String name, double seconds, String explanation) {
    return new Line(id, name, Figures.duration(seconds), explanation);
  }
}
