package io.thaw.ui.network;

import io.thaw.job.BadJobException;
import io.thaw.job.ProbeResult;
import io.thaw.ui.common.LatestTask;
import io.thaw.worker.CommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Has a process of its own find out how well classes can be told apart after each layer. */
public final class ProbeController {
  private static final System.Logger LOG = System.getLogger(ProbeController.class.getName());

  private final ProbeModel model;
  private final CommandRunner commands;
  private final LatestTask<CommandRunner.Result> probing;

  /**
   * A controller.
   *
   * @param background where the command runs
   * @param foreground where {@code model} may be changed
   */
  public ProbeController(
      ProbeModel model, CommandRunner commands, Executor background, Executor foreground) {
    this.model = model;
    this.commands = commands;
    this.probing = new LatestTask<>(background, foreground);
  }

  /**
   * Starts a probe; does nothing while one is at work or none can be made.
   *
   * @param network id or folder of the model
   * @param data folder of pictures
   * @param edits gives the file with what was decided about single pictures, or null for nothing;
   *     called in the background
   */
  public void start(String network, String data, Supplier<Path> edits) {
    if (model.workingProperty().get() || !model.blockedProperty().get().isEmpty()) {
      return;
    }
    model.workingProperty().set(true);
    model.problemProperty().set("");
    probing.submit(
        () -> commands.run(words(network, data, edits.get())), this::ended, this::failed);
  }

  private static List<String> words(String network, String data, Path edits) {
    List<String> words =
        new ArrayList<>(List.of("probe", "--model", network, "--data", data, "--json"));
    if (edits != null) {
      words.addAll(List.of("--edits", edits.toString()));
    }
    return words;
  }

  /** Forgets what was found, and whatever is still being looked for: model or pictures changed. */
  public void clear() {
    probing.cancel();
    model.workingProperty().set(false);
    model.problemProperty().set("");
    model.resultProperty().set(null);
  }

  private void ended(CommandRunner.Result result) {
    model.workingProperty().set(false);
    if (result.exitCode() != 0) {
      model
          .problemProperty()
          .set(
              result.message().isBlank()
                  ? "The probe was ended before it found anything."
                  : result.message());
      return;
    }
    try {
      model.resultProperty().set(ProbeResult.parse(result.output()));
    } catch (BadJobException e) {
      failed(e);
    }
  }

  private void failed(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "A probe failed.", problem);
    model.workingProperty().set(false);
    model.problemProperty().set("The layers could not be probed: " + problem.getMessage());
  }
}
