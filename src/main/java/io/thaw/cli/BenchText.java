package io.thaw.cli;

import io.thaw.cli.bench.BenchReport;
import io.thaw.cli.bench.Measured;
import io.thaw.job.ByteSize;
import io.thaw.run.Machine;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A benchmark's result as a table with a few sentences. */
final class BenchText {
  private final BenchReport report;

  BenchText(BenchReport report) {
    this.report = report;
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s on %s: %,d pictures to learn from, %,d held back, %d classes%n",
        report.model(),
        report.data(),
        report.trainImages(),
        report.valImages(),
        report.classes().size());
    out.printf(
        Locale.ROOT,
        "frozen: %s; %d epochs of batches of %d, seed %d, learning rate %.3g%n%n",
        report.freeze(),
        report.epochs(),
        report.batch(),
        report.seed(),
        report.learningRate());
    table().print(out);
    out.println();
    sentences(out);
    machine(out);
  }

  private TextTable table() {
    TextTable table = new TextTable("", ">plain DJL", ">Thaw, cold", ">Thaw, warm");
    row(table, "scan, images/s", it -> number(it.imagesPerSecond().scan()));
    row(table, "intake, images/s", it -> number(it.imagesPerSecond().intake()));
    row(table, "first epoch, images/s", it -> number(it.imagesPerSecond().firstEpoch()));
    row(table, "later epochs, images/s", it -> number(it.imagesPerSecond().laterEpochs()));
    row(table, "until the first epoch, s", it -> number(it.seconds().startUp()));
    row(table, "first epoch, s", it -> number(it.seconds().firstEpoch()));
    row(table, "a later epoch, s", it -> number(it.seconds().laterEpoch()));
    row(table, report.epochs() + " epochs from the start, s", this::total);
    row(table, "validation accuracy", this::accuracy);
    row(
        table,
        "frozen values changed",
        it -> String.format(Locale.ROOT, "%,d", it.frozenValuesChanged()));
    row(table, "peak memory", BenchText::memory);
    return table;
  }

  private void row(TextTable table, String title, Function<Measured, String> cell) {
    table.row(
        title, cell.apply(report.plain()), cell.apply(report.cold()), cell.apply(report.warm()));
  }

  private String total(Measured it) {
    return (estimated(it) ? "about " : "") + number(it.seconds().total());
  }

  private String accuracy(Measured it) {
    String after = it.epochsMeasured() == report.epochs() ? "" : " after " + it.epochsMeasured();
    return String.format(Locale.ROOT, "%.3f%s", it.valAccuracy(), after);
  }

  private static String memory(Measured it) {
    return it.peakMemory() == 0 ? "unknown" : ByteSize.text(it.peakMemory());
  }

  private boolean estimated(Measured it) {
    return it.epochsMeasured() < report.epochs();
  }

  /** Three digits that matter. */
  private static String number(Double value) {
    if (value == null) {
      return "-";
    }
    int digits = value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private void sentences(PrintStream out) {
    if (estimated(report.plain())) {
      out.printf(
          Locale.ROOT,
          "Plain DJL: %d of %d epochs measured; the others are taken to last as long as %s.%n",
          report.plain().epochsMeasured(),
          report.epochs(),
          report.plain().seconds().laterEpoch() == null
              ? "the first"
              : "the mean of those after the first");
    }
    out.printf(
        Locale.ROOT,
        "%d epochs: plain DJL takes %s times as long as Thaw cold, %s times as long as Thaw warm.%n",
        report.epochs(),
        number(report.ratios().totalToCold()),
        number(report.ratios().totalToWarm()));
    out.printf(
        Locale.ROOT,
        "A later epoch: plain DJL takes %s times as long as Thaw.%n",
        number(report.ratios().laterEpoch()));
    Stream.concat(report.cold().notices().stream(), report.warm().notices().stream())
        .distinct()
        .forEach(notice -> out.println("Note: " + notice));
  }

  private void machine(PrintStream out) {
    Machine machine = report.machine();
    out.printf(
        Locale.ROOT,
        "%d cores, %s, %s memory; %s; Java %s; Thaw %s, %s%n",
        machine.cores(),
        machine.processor(),
        ByteSize.text(machine.memory()),
        machine.system(),
        machine.java(),
        report.thaw(),
        String.join(", ", report.engines()));
  }
}
