package io.thaw.cli;

import io.thaw.job.CancelToken;
import io.thaw.run.Failures;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line as a whole. */
public final class Cli {
  private static final Logger LOG = Logger.getLogger(Cli.class.getName());

  private final Surroundings surroundings;
  private final CancelToken cancel;

  @Command(
      name = "thaw",
      mixinStandardHelpOptions = true,
      version = "Thaw " + Version.TEXT,
      description = {
        "Fine-tunes image classifiers: pick a network, freeze layers, point at a folder of"
            + " pictures.",
        "Without a command it opens the workbench."
      },
      footer = {
        "",
        "Example: thaw train --model frost-64 --data my-pictures --freeze all --epochs 10",
        "Exit codes: 0 done, 2 usage, 3 bad input, 4 the run failed, 130 cancelled.",
        "THAW_HOME moves settings, caches and runs to one folder."
      })
  private static final class Root {}

  /** A command line that stops what it does when {@code cancel} says so. */
  public Cli(Surroundings surroundings, CancelToken cancel) {
    this.surroundings = surroundings;
    this.cancel = cancel;
  }

  /** Runs one command and returns the exit code. */
  public int run(String... arguments) {
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand("demo", new DemoCommand(surroundings, cancel))
            .addSubcommand("models", new ModelsCommand(surroundings))
            .addSubcommand("inspect", new InspectCommand(surroundings))
            .addSubcommand("check", new CheckCommand(surroundings, cancel))
            .addSubcommand("probe", new ProbeCommand(surroundings, cancel))
            .addSubcommand("train", new TrainCommand(surroundings, cancel))
            .addSubcommand("pretrain", new PretrainCommand(surroundings, cancel))
            .addSubcommand("predict", new PredictCommand(surroundings))
            .addSubcommand("export", new ExportCommand(surroundings))
            .addSubcommand("cache", new CacheCommand(surroundings))
            .addSubcommand("calibrate", new CalibrateCommand(surroundings))
            .addSubcommand("speed", new SpeedCommand(surroundings))
            .addSubcommand("bench", new BenchCommand(surroundings, cancel))
            .addSubcommand("bench-plain", new BenchPlainCommand(surroundings, cancel))
            .addSubcommand("help", new HelpCommand());
    line.setOut(new PrintWriter(surroundings.out(), true))
        .setErr(new PrintWriter(surroundings.err(), true))
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure));
    return line.execute(arguments);
  }

  private int fail(Exception failure) {
    LOG.log(Level.FINE, "A command failed", failure);
    surroundings.err().println(Failures.sentence(failure));
    return ExitCode.of(failure);
  }
}
