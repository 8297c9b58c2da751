package io.thaw.cli;

import io.thaw.job.EngineRates;
import io.thaw.job.JsonFiles;
import io.thaw.job.MachineSpeed;
import io.thaw.run.Calibration;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thaw calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast this machine is, once, so that the cost of a run can be told before it"
          + " starts.",
      "Takes some seconds, in which nothing else should run; needs no pictures, no model and no"
          + " network."
    },
    footer = {"", "Example: thaw calibrate"})
final class CalibrateCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final int side;

  @Option(names = "--json", description = "Print what was measured as JSON.")
  private boolean json;

  CalibrateCommand(Surroundings surroundings) {
    this(surroundings, Calibration.SIDE);
  }

  /** With pictures of another size, see {@link Calibration#measure}. */
  CalibrateCommand(Surroundings surroundings, int side) {
    this.surroundings = surroundings;
    this.side = side;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    MachineSpeed speed = Calibration.measure(side);
    double seconds = (System.nanoTime() - start) / 1e9;
    speed.write(surroundings.folders().settings());
    if (json) {
      surroundings
          .out()
          .println(JsonFiles.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(speed));
    } else {
      print(speed, seconds);
    }
    return ExitCode.DONE;
  }

  private void print(MachineSpeed speed, double seconds) {
    PrintStream out = surroundings.out();
    TextTable table =
        new TextTable(
            "in a second",
            ">convolutions",
            ">1 x 1",
            ">in groups",
            ">fully connected",
            ">normalisation",
            ">other layers");
    row(table, "frozen", speed.frozen());
    row(table, "forwards", speed.forward());
    row(table, "backwards", speed.backward());
    table.print(out);
    out.println("(billions of multiply-adds, and of bytes for the last two)");
    out.println();
    out.printf(
        Locale.ROOT,
        "%s, %d cores: measured in %.1f s, kept in %s%n",
        speed.processor(),
        speed.cores(),
        seconds,
        MachineSpeed.file(surroundings.folders().settings()));
  }

  private static void row(TextTable table, String name, EngineRates rates) {
    table.row(
        name,
        billions(rates.dense()),
        billions(rates.pointwise()),
        billions(rates.grouped()),
        billions(rates.connected()),
        billions(rates.normalised()),
        billions(rates.moved()));
  }

  private static String billions(double rate) {
    return String.format(Locale.ROOT, "%.1f", rate / 1e9);
  }
}
