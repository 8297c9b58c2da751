package io.thaw.cli;

import io.thaw.catalogue.ModelCard;
import io.thaw.run.ModelExport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thaw export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the trained model out of a run.",
      "The format djl is a folder that plain DJL loads with"
          + " Criteria.builder().setTypes(Image.class, Classifications.class).optModelPath(DIR)."
    },
    footer = {"", "Example: thaw export --run my-run --format djl --out my-model"})
final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "RUNDIR",
      description = "The run folder that 'thaw train' wrote.")
  private String run;

  /** The formats on offer. */
  enum Format {
    DJL
  }

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "djl is the only format so far.")
  private Format format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A folder that does not exist yet or is empty.")
  private Path out;

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ModelCard model = surroundings.catalogue().resolve(run);
    switch (format) {
      case DJL -> ModelExport.djl(model, out);
    }
    surroundings.out().println("The model is in " + out.toAbsolutePath().normalize());
    return ExitCode.DONE;
  }
}
