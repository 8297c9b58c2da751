package io.thaw.cli;

import io.thaw.catalogue.BadModelException;
import io.thaw.catalogue.ModelCard;
import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import io.thaw.network.Layer;
import io.thaw.network.LayerGroup;
import io.thaw.network.Layers;
import io.thaw.run.TrainingRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code thaw demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Fine-tunes the bundled model's last stage on the sample pictures.",
    footer = {"", "Example: thaw demo"})
final class DemoCommand implements Callable<Integer> {
  private static final int EPOCHS = 15;

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
    ModelCard model = models.get(0);
    JobSpec spec = JobSpec.of(model.id(), surroundings.sampleData().toString());
    spec =
        spec.withFreeze(allButTheLastStage(Layers.of(model.network())))
            .withTraining(spec.training().withEpochs(EPOCHS));
    surroundings
        .out()
        .println(
            "Fine-tuning the last stage of " + model.name() + " and a new head on the samples");
    TrainingRun run =
        new TrainingRun(surroundings.catalogue(), surroundings.folders(), Version.TEXT);
    return ExitCode.of(run.run(spec, new TextProgress(surroundings, EPOCHS), cancel));
  }

  /** Enough to show what freezing does, in seconds. */
  private static String allButTheLastStage(Layers layers) {
    String frozen = "all";
    List<LayerGroup> groups = layers.root().groups();
    for (int i = 1; i < groups.size(); i++) {
      if (groups.get(i).name().startsWith("stage")) {
        List<Layer> before = groups.get(i - 1).allLayers();
        frozen = "until:" + before.get(before.size() - 1).name();
      }
    }
    return frozen;
  }
}
