package io.thaw.cli;

import io.thaw.catalogue.BadModelException;
import io.thaw.catalogue.ModelCard;
import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import io.thaw.run.TrainingRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code thaw demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Trains a new head for the bundled model on the sample pictures.",
    footer = {"", "Example: thaw demo"})
final class DemoCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CancelToken cancel;

  DemoCommand(Surroundings surroundings, CancelToken cancel) {
    this.surroundings = surroundings;
    this.cancel = cancel;
  }

  @Override
  public Integer call() {
    List<ModelCard> models = surroundings.catalogue().list();
    if (models.isEmpty()) {
      throw new BadModelException(
          "There is no bundled model in " + surroundings.install().resolve("assets") + ".");
    }
    JobSpec spec = JobSpec.of(models.get(0).id(), surroundings.sampleData().toString());
    surroundings.out().println("Fine-tuning " + models.get(0).name() + " on the sample pictures");
    TrainingRun run =
        new TrainingRun(surroundings.catalogue(), surroundings.folders().runs(), Version.TEXT);
    return ExitCode.of(run.run(spec, new TextProgress(surroundings), cancel));
  }
}
