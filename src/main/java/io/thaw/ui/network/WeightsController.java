package io.thaw.ui.network;

import io.thaw.catalogue.ModelCard;
import io.thaw.job.BadJobException;
import io.thaw.job.WeightReport;
import io.thaw.ui.common.LatestTask;
import io.thaw.worker.CommandRunner;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Has the command line look at a model's weights, away from the FX thread: once per model, when the
 * first layer with parameters is selected. All methods are for the FX thread.
 */
public final class WeightsController {
  private static final System.Logger LOG = System.getLogger(WeightsController.class.getName());

  private final NetworkModel network;
  private final WeightsModel model;
  private final CommandRunner commands;
  private final LatestTask<WeightReport> reading;
  private ModelCard card;

  /**
   * A controller that follows what is selected in {@code network}.
   *
   * @param background where commands run
   * @param foreground where {@code model} may be changed
   */
  public WeightsController(
      NetworkModel network,
      WeightsModel model,
      CommandRunner commands,
      Executor background,
      Executor foreground) {
    this.network = network;
    this.model = model;
    this.commands = commands;
    this.reading = new LatestTask<>(background, foreground);
    network.currentProperty().addListener((property, before, now) -> selected(now));
  }

  /** Forgets the weights of the model before; those of this one wait until they are asked for. */
  public void show(ModelCard picked) {
    reading.cancel();
    card = picked;
    model.state().set(new WeightsState.NotAsked());
  }

  private void selected(Part part) {
    boolean wanted = part instanceof Part.Single single && single.layer().hasParameters();
    // While a network is loading, the layers on show are still those of the one before.
    boolean shown = card != null && !network.loadingProperty().get();
    if (wanted && shown && model.state().get() instanceof WeightsState.NotAsked) {
      ask(card);
    }
  }

  private void ask(ModelCard asked) {
    if (asked.parameterFile().isEmpty()) {
      model.state().set(new WeightsState.Missing("The model comes without weights."));
      return;
    }
    model.state().set(new WeightsState.Reading());
    reading.submit(
        () -> read(asked.id()),
        report -> model.state().set(new WeightsState.Known(report)),
        this::failed);
  }

  private WeightReport read(String id) throws IOException {
    CommandRunner.Result result =
        commands.run(List.of("inspect", "--model", id, "--weights", "--json"));
    if (result.exitCode() != 0) {
      String said = result.message().strip();
      throw new IOException(
          said.isEmpty() ? "The command ended with code " + result.exitCode() + "." : said);
    }
    return WeightReport.parse(result.output());
  }

  private void failed(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "The weights cannot be shown.", problem);
    boolean explained = problem instanceof IOException || problem instanceof BadJobException;
    model
        .state()
        .set(
            new WeightsState.Missing(
                explained
                    ? problem.getMessage()
                    : "The weights could not be looked at: " + problem + "."));
  }
}
