package io.thaw.ui.pictures;

import io.thaw.dataset.DatasetEdits;
import io.thaw.job.BadJobException;
import io.thaw.job.CheckResult;
import io.thaw.job.NetworkComparison;
import io.thaw.ui.common.CommandTask;
import io.thaw.ui.images.Decisions;
import io.thaw.ui.images.DeepLookController.Split;
import io.thaw.ui.images.EditsKeeper;
import io.thaw.ui.images.ImagesModel;
import io.thaw.worker.CommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;

/**
 * Has a process of its own ask the chosen network which pictures are alike, when the user wants to
 * know: a large network takes minutes. It makes way for runs and probes and begins again after
 * them; what the network saw until then is kept in the feature cache. All methods are for the FX
 * thread.
 */
public final class AlikeController {
  private static final System.Logger LOG = System.getLogger(AlikeController.class.getName());
  private static final int UNUSABLE = 3;

  private final AlikeModel model;
  private final ImagesModel images;
  private final EditsKeeper keeper;
  private final ObservableValue<String> network;
  private final ObservableValue<Split> split;
  private final ObservableValue<Boolean> busy;
  private final CommandTask task;
  private NetworkComparison found;
  private DatasetEdits decided;
  private Split sides;

  /**
   * A controller.
   *
   * @param keeper has the file with what was decided about pictures
   * @param network id or folder of the chosen model; empty while there is none
   * @param split that a run would make; null while that is not clear
   * @param busy whether a run or a probe is at work
   * @param commands runs {@code thaw check}
   * @param background where the command is waited for
   * @param foreground where models may be changed
   */
  public AlikeController(
      AlikeModel model,
      ImagesModel images,
      EditsKeeper keeper,
      ObservableValue<String> network,
      ObservableValue<Split> split,
      ObservableValue<Boolean> busy,
      CommandRunner commands,
      Executor background,
      Executor foreground) {
    this.model = model;
    this.images = images;
    this.keeper = keeper;
    this.network = network;
    this.split = split;
    this.busy = busy;
    this.task = new CommandTask(commands, background, foreground);
    network.addListener((property, before, now) -> clear());
    images.folderProperty().addListener((property, before, now) -> clear());
    images.scanningProperty().addListener((property, before, now) -> clear());
    images.editsProperty().addListener((property, before, now) -> follow(now));
    split.addListener((property, before, now) -> follow(images.editsProperty().get()));
    busy.addListener((property, before, now) -> makeWay());
  }

  /** Starts a comparison; does nothing while one is at work or none can be made. */
  void start() {
    if (!model.workingProperty().get() && model.blockedProperty().get().isEmpty()) {
      model.workingProperty().set(true);
      model.problemProperty().set("");
      makeWay();
    }
  }

  /** Gives a comparison up. */
  void stop() {
    task.stop();
    model.workingProperty().set(false);
    model.waitingProperty().set(false);
  }

  /** Another network, or other pictures: nothing that is known holds any more. */
  private void clear() {
    stop();
    model.problemProperty().set("");
    model.resultProperty().set(null);
  }

  /** What is alike stays alike; on which side it lies is no longer known. */
  private void follow(DatasetEdits edits) {
    NetworkComparison result = model.resultProperty().get();
    if (result != null) {
      model.resultProperty().set(result.decided(edits.together()));
    }
  }

  private void makeWay() {
    task.stop();
    if (!model.workingProperty().get()) {
      return;
    }
    found = null;
    model.waitingProperty().set(busy.getValue());
    model.lookedProperty().set(0);
    model.picturesProperty().set(0);
    if (!busy.getValue()) {
      String asked = network.getValue();
      Path data = images.folderProperty().get();
      Decisions all = new Decisions(images.editsProperty().get(), images.columnsProperty().get());
      Split now = split.getValue();
      decided = all.edits();
      sides = now;
      task.start(() -> words(asked, data, all, now), this::told, this::ended);
    }
  }

  private List<String> words(String asked, Path data, Decisions all, Split now) {
    List<String> words =
        new ArrayList<>(List.of("check", "--data", data.toString(), "--model", asked, "--events"));
    if (now != null) {
      words.addAll(now.options());
    }
    if (!all.none()) {
      words.addAll(List.of("--edits", keeper.file(data).toString()));
    }
    return words;
  }

  private void told(String line) {
    try {
      NetworkComparison now = CheckResult.parse(line).network();
      if (now != null) {
        found = now;
        model.lookedProperty().set(now.looked());
        model.picturesProperty().set(now.pictures());
      }
    } catch (BadJobException e) {
      LOG.log(System.Logger.Level.WARNING, "What a comparison told is not clear.", e);
    }
  }

  private void ended(CommandRunner.Result result) {
    stop();
    boolean sound = result.exitCode() == 0 || result.exitCode() == UNUSABLE;
    if (sound && found != null && found.complete()) {
      model.resultProperty().set(found);
      DatasetEdits edits = images.editsProperty().get();
      if (!edits.equals(decided) || !Objects.equals(split.getValue(), sides)) {
        follow(edits);
      }
      return;
    }
    String reason =
        result.message().isBlank() ? "the comparison was ended from outside." : result.message();
    LOG.log(System.Logger.Level.WARNING, "The pictures could not be compared: " + reason);
    model.problemProperty().set("The pictures could not be compared: " + reason);
  }
}
