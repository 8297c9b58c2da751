package io.thaw.ui.app;

import static io.thaw.ui.common.Waiting.await;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.PictureIndex;
import io.thaw.job.MachineSpeed;
import io.thaw.job.SampleMachine;
import io.thaw.ui.training.chart.ChartView;
import io.thaw.worker.CommandRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** The main window over made-up collaborators, and a user's hands on it. */
final class WorkbenchDriver {
  final HandDrivenRunner runner = new HandDrivenRunner();
  final List<List<String>> commands = new ArrayList<>();
  final CacheStandIn cache = new CacheStandIn();
  final List<Path> opened = new ArrayList<>();
  final ShortMemory memory = new ShortMemory();
  final Path run;
  Optional<MachineSpeed> machine = Optional.of(SampleMachine.speed());
  Path chosen;

  /** Looks at every picture. */
  CommandRunner check = arguments -> new CommandRunner.Result(0, "", "");

  CommandRunner.Result answer = new CommandRunner.Result(0, "", "");

  /** What a network says of the pictures. */
  CommandRunner.Result comparison = answer;

  private final ExecutorService background = Executors.newCachedThreadPool();
  private final Path models;
  private final FxRobot robot = new FxRobot();

  WorkbenchDriver(Path folder) throws IOException {
    models = SampleJob.models(folder);
    chosen = SampleJob.pictures(folder);
    run = folder.resolve("run");
  }

  /** Shows the window; on the FX thread. */
  void show(Stage stage) {
    Collaborators with =
        new Collaborators(
            new Catalogue(models),
            chosen,
            runner,
            this::command,
            () -> machine,
            PictureIndex::inMemory,
            (owner, title) -> Optional.of(chosen),
            opened::add,
            background,
            memory);
    new MainWindow(stage, with).show();
  }

  private CommandRunner.Result command(List<String> arguments) {
    if (arguments.get(0).equals("cache")) {
      return cache.run(arguments);
    }
    if (arguments.get(0).equals("check") && arguments.contains("--model")) {
      return comparison;
    }
    if (arguments.get(0).equals("check")) {
      return check.run(arguments);
    }
    commands.add(arguments);
    return answer;
  }

  void close() {
    background.shutdownNow();
  }

  /** Waits for the bundled model and picks the pictures. */
  void prepare() throws TimeoutException {
    prepare("2 classes, 12 pictures");
  }

  /** Drags a folder from a stand-in for the desktop onto the window. */
  static void drop(Path folder, FxRobot robot) {
    Label desktop = new Label("desktop");
    desktop.setId("desktop");
    desktop.setOnDragDetected(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(folder.toFile()));
          desktop.startDragAndDrop(TransferMode.COPY).setContent(content);
          event.consume();
        });
    robot.interact(() -> robot.lookup(".top-bar").queryAs(Pane.class).getChildren().add(desktop));
    robot.drag("#desktop").dropTo("#tabs");
  }

  /** The same with pictures of which the step shall say {@code found}. */
  void prepare(String found) throws TimeoutException {
    await(() -> text("#step-1-summary").equals("Small residual"));
    await(() -> robot.lookup("#choose-folder").tryQuery().isPresent());
    robot.clickOn("#choose-folder");
    await(() -> text("#step-2-summary").equals(found));
  }

  /** Starts a run and waits until the runner has it. */
  HandDrivenRunner.Run start() throws TimeoutException {
    int before = runner.runs().size();
    robot.clickOn("#start");
    await(() -> runner.runs().size() == before + 1);
    return runner.last();
  }

  void press(KeyCode key) {
    robot.push(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN));
  }

  String text(String query) {
    return robot.lookup(query).queryAs(Labeled.class).getText();
  }

  ChartView chart(String query) {
    return robot.lookup(query).queryAs(ChartView.class);
  }
}
