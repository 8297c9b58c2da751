package io.thaw.ui.images;

import io.thaw.dataset.DeepReport;
import io.thaw.dataset.ScanReport;
import io.thaw.job.BadJobException;
import io.thaw.job.CheckResult;
import io.thaw.ui.common.CommandTask;
import io.thaw.worker.CommandRunner;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;

/**
 * Has a process of its own look at every pixel of the folder on show, behind the first look, and
 * shows what it found as it goes. A run takes precedence: it looks at the pictures itself, and
 * would be slowed down. All methods are for the FX thread.
 */
public final class DeepLookController {
  private static final System.Logger LOG = System.getLogger(DeepLookController.class.getName());
  private static final int UNUSABLE = 3;

  private final ImagesModel model;
  private final ObservableValue<Boolean> running;
  private final CommandTask task;
  private ScanReport first;
  private boolean complete;

  /**
   * A controller.
   *
   * @param running whether a run is at work
   * @param background where the command is waited for
   * @param foreground where {@code model} may be changed
   */
  public DeepLookController(
      ImagesModel model,
      ObservableValue<Boolean> running,
      CommandRunner commands,
      Executor background,
      Executor foreground) {
    this.model = model;
    this.running = running;
    this.task = new CommandTask(commands, background, foreground);
    model.rawProperty().addListener((property, before, now) -> follow(now));
    running.addListener((property, before, now) -> makeWay(now));
  }

  /** What another look adds to the first one is no new folder. */
  private void follow(ScanReport raw) {
    if (raw == null || model.deepProperty().get() == null) {
      first = raw;
      complete = false;
      makeWay(running.getValue());
    }
  }

  private void makeWay(boolean busy) {
    task.stop();
    boolean start = first != null && !complete && !busy;
    model.lookedAtProperty().set(0);
    model.lookingProperty().set(start);
    if (start) {
      String folder = first.folder().toString();
      task.start(List.of("check", "--data", folder, "--events"), this::told, this::ended);
    }
  }

  private void told(String line) {
    try {
      CheckResult result = CheckResult.parse(line);
      model.lookedAtProperty().set(result.checked());
      complete = result.checked() == result.pictures();
      if (result.checked() > 0 || complete) {
        model.deepProperty().set(DeepReport.of(first, result.toProblems(), result.toRemarks()));
      }
    } catch (BadJobException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "What a look at the pictures told is not clear.", e);
    }
  }

  private void ended(CommandRunner.Result result) {
    model.lookingProperty().set(false);
    if (result.exitCode() != 0 && result.exitCode() != UNUSABLE) {
      LOG.log(
          System.Logger.Level.WARNING, "The pictures could not be looked at: " + result.message());
    }
  }
}
