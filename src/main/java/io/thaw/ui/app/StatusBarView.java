package io.thaw.ui.app;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Texts;
import io.thaw.ui.training.RunController;
import io.thaw.ui.training.RunModel;
import io.thaw.ui.training.RunStatus;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bottom line: what is happening now, how far it is, how fast, how long still, problems. */
final class StatusBarView {
  private final RunModel run;
  private final RunController controller;
  private final HBox node = new HBox();

  StatusBarView(RunModel run, RunController controller) {
    this.run = run;
    this.controller = controller;
    node.getStyleClass().add("status-bar");
    Label phase = Texts.bound("status-phase", phase());
    ProgressBar progress = new ProgressBar();
    progress.setId("status-progress");
    progress.setAccessibleText("Progress of the current phase");
    progress.progressProperty().bind(run.progress());
    BooleanBinding active =
        Bindings.createBooleanBinding(() -> run.status().get().active(), run.status());
    progress.visibleProperty().bind(active);
    progress.managedProperty().bind(active);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label problems = Texts.bound("status-problems", problems(), "problem");
    problems.visibleProperty().bind(run.problems().greaterThan(0));
    Explained.hint(problems, "Pictures that cannot be used; the Training tab lists them.");
    node.getChildren()
        .addAll(
            phase,
            progress,
            Texts.bound("status-rate", run.rate(), "figure", "muted"),
            Texts.bound("status-left", run.left(), "figure", "muted"),
            space,
            problems);
  }

  Region node() {
    return node;
  }

  private StringBinding phase() {
    return Bindings.createStringBinding(
        this::words, run.status(), run.phase(), controller.blocked());
  }

  private String words() {
    RunStatus status = run.status().get();
    if (status == RunStatus.STOPPING) {
      return "Stopping: finishing the batch and keeping what was learned";
    }
    if (status == RunStatus.IDLE) {
      String blocked = controller.blocked().get();
      return blocked.isEmpty() ? "Ready to start" : blocked;
    }
    return run.phase().get();
  }

  private StringBinding problems() {
    return Bindings.createStringBinding(
        () ->
            run.problems().get() == 1
                ? "1 picture left out"
                : run.problems().get() + " pictures left out",
        run.problems());
  }
}
