package io.thaw.ui.app;

import io.thaw.project.Settings;
import io.thaw.ui.cache.CacheController;
import io.thaw.ui.cache.CacheModel;
import io.thaw.ui.cache.CacheView;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.images.ImagesView;
import io.thaw.ui.results.ExportPane;
import io.thaw.ui.results.ResultsController;
import io.thaw.ui.results.ResultsModel;
import io.thaw.ui.results.ResultsView;
import io.thaw.ui.theme.Theme;
import io.thaw.ui.training.JobInputs;
import io.thaw.ui.training.Outcome;
import io.thaw.ui.training.RunController;
import io.thaw.ui.training.RunModel;
import io.thaw.ui.training.RunStatus;
import io.thaw.ui.training.TrainingFormModel;
import io.thaw.ui.training.TrainingFormView;
import io.thaw.ui.training.TrainingView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The main window: makes models, controllers and views and ties them to each other. */
public final class MainWindow {
  private static final double LEAST_WIDTH = 1100;
  private static final double LEAST_HEIGHT = 700;

  private final Stage stage;
  private final Collaborators with;
  private final WorkbenchModel window;
  private final JobInputs inputs = new JobInputs();
  private final TrainingFormModel form = new TrainingFormModel();
  private final RunModel run = new RunModel();
  private final ResultsModel results = new ResultsModel();
  private final Screens screens;
  private final RunController runController;
  private final ResultsController resultsController;
  private final CacheModel cache = new CacheModel();
  private final CacheController cacheController;
  private final RailModel rail;

  /** A window on {@code stage}, not yet shown. */
  public MainWindow(Stage stage, Collaborators with) {
    this.stage = stage;
    this.with = with;
    window = new WorkbenchModel(with.memory().theme());
    screens = new Screens(with, inputs, form, run);
    runController = new RunController(with.jobs(), with.background(), inputs, form, run);
    resultsController =
        new ResultsController(results, with.commands(), with.background(), FxThread.executor());
    cacheController =
        new CacheController(cache, with.commands(), with.background(), FxThread.executor());
    rail = new RailModel(inputs, form, run, results);
    run.status().addListener((property, before, now) -> follow(now));
    run.outcome().addListener((property, before, now) -> follow(now));
  }

  /** Builds the window and shows it. */
  public void show() {
    TopBarView top = new TopBarView(window, inputs, run, runController);
    ImagesView images = screens.imagesView(with, () -> open(WorkbenchModel.Tab.PICTURES));
    BorderPane root = new BorderPane(tabs());
    root.setTop(top.node());
    root.setLeft(railView(images));
    root.setBottom(new StatusBarView(run, runController).node());
    images.acceptDropsOn(root);
    Settings last = with.memory().get();
    // The screen may be a smaller one than last time.
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            root,
            Math.min(last.windowWidth(), screen.getWidth()),
            Math.min(last.windowHeight(), screen.getHeight()));
    window.theme().addListener((property, before, now) -> look(scene, now));
    window.theme().get().apply(scene);
    Shortcuts.install(scene, window, runController, top::toggleHelp);
    new CloseQuestion(stage, window, run, runController);
    stage.setScene(scene);
    // Whatever the stage may have shown before.
    stage.sizeToScene();
    stage.setTitle("Thaw");
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> rememberSize(scene));
    stage.show();
    screens.load(last);
  }

  private void rememberSize(Scene scene) {
    if (!stage.isMaximized()) {
      with.memory().update(it -> it.withWindowSize(scene.getWidth(), scene.getHeight()));
    }
  }

  private void look(Scene scene, Theme theme) {
    theme.apply(scene);
    with.memory().remember(theme);
  }

  private Node tabs() {
    TrainingView training =
        new TrainingView(run, runController, () -> open(WorkbenchModel.Tab.RESULTS));
    ResultsView result =
        new ResultsView(results, resultsController, this::exportFolder, with.opener());
    return new CentreTabs(
            window,
            Map.of(
                WorkbenchModel.Tab.NETWORK, screens.networkView().node(),
                WorkbenchModel.Tab.PICTURES, screens.picturesView(with).node(),
                WorkbenchModel.Tab.TRAINING, training.node(),
                WorkbenchModel.Tab.RESULTS, result.node()))
        .node();
  }

  private void open(WorkbenchModel.Tab tab) {
    window.tab().set(tab);
  }

  private Node railView(ImagesView images) {
    return new RailView(
            rail,
            List.of(
                screens.modelsView(with).node(),
                images.node(),
                trainingStep(),
                new ExportPane("rail-export", results, resultsController, this::exportFolder)
                    .node()))
        .node();
  }

  private Node trainingStep() {
    VBox step =
        new VBox(
            new TrainingFormView(form, run.status().map(RunStatus::active)).node(),
            screens.previewView().node(),
            new CacheView(cache, cacheController).node());
    step.getStyleClass().add("training-step");
    return step;
  }

  private Optional<Path> exportFolder() {
    return with.folders().choose(stage, "Choose a folder for the exported model");
  }

  private void follow(RunStatus status) {
    if (status == RunStatus.RUNNING) {
      resultsController.clear();
      window.tab().set(WorkbenchModel.Tab.TRAINING);
    }
  }

  private void follow(Outcome outcome) {
    if (outcome != null) {
      cacheController.refresh();
    }
    if (outcome != null && outcome.hasResult()) {
      Path folder = run.folder().get();
      with.memory().update(it -> it.withRecentRun(folder.toString()));
      resultsController.open(folder);
    }
  }
}
