package io.thaw.ui.app;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import io.thaw.ui.theme.Theme;
import io.thaw.ui.training.JobInputs;
import io.thaw.ui.training.RunController;
import io.thaw.ui.training.RunModel;
import io.thaw.ui.training.RunStatus;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The top line: what the job is, Start and Stop, time left, look and help. */
final class TopBarView {
  private final WorkbenchModel window;
  private final JobInputs inputs;
  private final RunModel run;
  private final RunController controller;
  private final HelpPopover help = new HelpPopover();
  private final HBox node = new HBox();
  private final Button helpButton = iconButton("help", Icons.of(Material2AL.HELP_OUTLINE));

  TopBarView(WorkbenchModel window, JobInputs inputs, RunModel run, RunController controller) {
    this.window = window;
    this.inputs = inputs;
    this.run = run;
    this.controller = controller;
    node.getStyleClass().add("top-bar");
    node.getChildren()
        .addAll(
            mark(),
            title(),
            startButton(),
            stopButton(),
            Texts.bound("time-left", run.left(), "muted", "figure", "time-left"),
            space(),
            themeToggle(),
            helpButton());
  }

  Region node() {
    return node;
  }

  /** Shows or hides the list of shortcuts. */
  void toggleHelp() {
    help.toggle(helpButton);
  }

  private static Node mark() {
    StackPane mark = new StackPane(Icons.of(Material2AL.AC_UNIT));
    mark.getStyleClass().add("brand-mark");
    Label name = Texts.emphasis("Thaw");
    name.setGraphic(mark);
    name.getStyleClass().add("brand-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    return name;
  }

  private Node title() {
    Label title = Texts.bound("job-title", jobTitle(), "muted");
    title.getStyleClass().add("job-title");
    return title;
  }

  private StringBinding jobTitle() {
    return Bindings.createStringBinding(
        () -> JobTitles.of(inputs), inputs.modelTitle(), inputs.data());
  }

  private Node startButton() {
    Button start = new Button("Start", Icons.of(Material2MZ.PLAY_ARROW));
    start.setId("start");
    start.getStyleClass().add("primary");
    start.setOnAction(event -> controller.start());
    start.disableProperty().bind(controller.blocked().isNotEmpty());
    return Explained.wrap(
        start,
        controller
            .blocked()
            .map(reason -> reason.isEmpty() ? "Train the model (Ctrl+Enter)" : reason));
  }

  private Node stopButton() {
    Button stop = new Button("Stop", Icons.of(Material2MZ.STOP));
    stop.setId("stop");
    stop.setOnAction(event -> controller.stop());
    stop.disableProperty().bind(run.status().isNotEqualTo(RunStatus.RUNNING));
    return Explained.wrap(stop, run.status().map(TopBarView::stopHint));
  }

  private static String stopHint(RunStatus status) {
    return switch (status) {
      case RUNNING -> "Finish this batch, keep what was learned, and end (Esc)";
      case STOPPING -> "The run is ending already.";
      default -> "No run is at work.";
    };
  }

  private Node themeToggle() {
    Button toggle = iconButton("theme-toggle", null);
    toggle.graphicProperty().bind(window.theme().map(TopBarView::themeIcon));
    ObservableValue<String> words =
        window.theme().map(now -> now == Theme.LIGHT ? "Dark look" : "Light look");
    toggle.accessibleTextProperty().bind(words);
    toggle.setOnAction(event -> window.theme().set(window.theme().get().other()));
    return Explained.wrap(toggle, words);
  }

  private static FontIcon themeIcon(Theme now) {
    return Icons.of(now == Theme.LIGHT ? Material2MZ.NIGHTS_STAY : Material2MZ.WB_SUNNY);
  }

  private Node helpButton() {
    helpButton.setAccessibleText("Help");
    helpButton.setOnAction(event -> toggleHelp());
    return Explained.hint(helpButton, "Shortcuts and what the colours mean (F1)");
  }

  private static Button iconButton(String id, FontIcon icon) {
    Button button = new Button(null, icon);
    button.setId(id);
    button.getStyleClass().addAll("icon-only", "flat");
    return button;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
