package io.thaw.ui.images;

import io.thaw.dataset.DeepReport;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.ScanReport;
import io.thaw.job.BadJobException;
import io.thaw.job.CheckResult;
import io.thaw.ui.common.CommandTask;
import io.thaw.worker.CommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/**
 * Has a process of its own look at every pixel of the folder on show, behind the first look, and
 * shows what it found as it goes; again, which is quick then, when pictures were left out or given
 * another class, and when another split is asked for. A run takes precedence: it looks at the
 * pictures itself, and would be slowed down. All methods are for the FX thread.
 */
public final class DeepLookController {
  private static final System.Logger LOG = System.getLogger(DeepLookController.class.getName());
  private static final int UNUSABLE = 3;

  /**
   * How pictures are split.
   *
   * @param share of each class to check with
   * @param test share of each class that is kept for a test; 0 for none
   */
  public record Split(double share, double test, long seed) {
    /** The same as options of {@code thaw check}. */
    public List<String> options() {
      return List.of(
          "--validation",
          Double.toString(share),
          "--test",
          Double.toString(test),
          "--seed",
          Long.toString(seed));
    }
  }

  private final ImagesModel model;
  private final EditsKeeper keeper;
  private final ObservableValue<Split> split;
  private final ObservableValue<Boolean> running;
  private final CommandTask task;
  private ScanReport first;
  private boolean complete;

  /**
   * A controller.
   *
   * @param keeper has the file with what was decided about pictures
   * @param split that a run would make; null while that is not clear
   * @param running whether a run is at work
   * @param commands runs {@code thaw check}
   * @param background where the command is waited for
   * @param foreground where {@code model} may be changed
   */
  public DeepLookController(
      ImagesModel model,
      EditsKeeper keeper,
      ObservableValue<Split> split,
      ObservableValue<Boolean> running,
      CommandRunner commands,
      Executor background,
      Executor foreground) {
    this.model = model;
    this.keeper = keeper;
    this.split = split;
    this.running = running;
    this.task = new CommandTask(commands, background, foreground);
    model.rawProperty().addListener((property, before, now) -> follow(now));
    model.editsProperty().addListener((property, before, now) -> again());
    split.addListener((property, before, now) -> again());
    running.addListener((property, before, now) -> makeWay());
  }

  /** What another look adds to the first one is no new folder. */
  private void follow(ScanReport raw) {
    if (raw == null || model.deepProperty().get() == null) {
      first = raw;
      again();
    }
  }

  private void again() {
    complete = false;
    makeWay();
  }

  private void makeWay() {
    task.stop();
    Split asked = split.getValue();
    boolean start = first != null && !complete && !running.getValue() && asked != null;
    if (!complete) {
      model.sidesProperty().set(Sides.UNKNOWN);
    }
    model.lookProblemProperty().set("");
    model.lookedAtProperty().set(0);
    model.lookingProperty().set(start);
    if (start) {
      Path data = model.folderProperty().get();
      Decisions decided = new Decisions(model.editsProperty().get(), model.columnsProperty().get());
      task.start(() -> words(data, decided, asked), this::told, this::ended);
    }
  }

  private List<String> words(Path data, Decisions decided, Split asked) {
    List<String> words = new ArrayList<>(List.of("check", "--data", data.toString(), "--events"));
    words.addAll(asked.options());
    if (!decided.none()) {
      words.addAll(List.of("--edits", keeper.file(data).toString()));
    }
    return words;
  }

  private void told(String line) {
    try {
      show(CheckResult.parse(line));
    } catch (BadJobException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "What a look at the pictures told is not clear.", e);
    }
  }

  private void show(CheckResult result) {
    complete = result.checked() == result.pictures();
    model.lookedAtProperty().set(result.checked());
    if (complete) {
      model.sidesProperty().set(Sides.of(result));
      // Only whoever splits the pictures sees that they cannot be, as after some decisions.
      boolean sound = model.usableProperty().get() && result.unusable() != null;
      model.lookProblemProperty().set(sound ? result.unusable() : "");
    }
    // Until then what an earlier look found, with other decisions, says more.
    if (complete || model.deepProperty().get() == null && result.checked() > 0) {
      List<ImageProblem> found =
          Stream.concat(
                  result.toProblems(first.folder()).stream(),
                  // What is decided about them is applied here, at every change.
                  result.toEarlyEnds(first.folder()).stream())
              .filter(problem -> problem.kind() != ProblemKind.EXCLUDED)
              .toList();
      model.deepProperty().set(DeepReport.of(first, found, result.toRemarks(first.folder())));
    }
  }

  private void ended(CommandRunner.Result result) {
    model.lookingProperty().set(false);
    if (result.exitCode() != 0 && (result.exitCode() != UNUSABLE || !complete)) {
      String reason =
          result.message().isBlank() ? "the look was ended from outside." : result.message();
      LOG.log(System.Logger.Level.WARNING, "The pictures could not be looked at: " + reason);
      model
          .lookProblemProperty()
          .set("Not every picture could be looked at (a run will do it): " + reason);
    }
  }
}
