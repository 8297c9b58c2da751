package io.thaw.ui.app;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.PictureIndex;
import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.job.SampleMachine;
import io.thaw.network.Layer;
import io.thaw.network.Layers;
import io.thaw.ui.training.chart.ChartView;
import io.thaw.worker.ThawCommands;
import io.thaw.worker.WorkerCommand;
import io.thaw.worker.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * What a user does from start to finish, on the bundled model, the sample data and real workers.
 */
@ExtendWith(ApplicationExtension.class)
class MainFlowTest {
  private static final Path INSTALL = Path.of(System.getProperty("thaw.install", "."));
  private static final Path SAMPLE_DATA = INSTALL.resolve("sample-data").toAbsolutePath();

  @TempDir static Path folder;

  private final ExecutorService background = Executors.newCachedThreadPool();
  private final Path exported = folder.resolve("exported");
  private final Catalogue catalogue = new Catalogue(INSTALL.resolve("assets").resolve("models"));

  @Start
  void start(Stage stage) {
    WorkerCommand thaw = WorkerCommand.ofThisProgram(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"));
    Collaborators with =
        new Collaborators(
            catalogue,
            SAMPLE_DATA,
            new WorkerProcess(thaw, folder.resolve("jobs")),
            new ThawCommands(thaw),
            () -> Optional.of(SampleMachine.speed()),
            PictureIndex::inMemory,
            (owner, title) -> Optional.of(exported),
            opened -> {},
            background,
            new ShortMemory());
    new MainWindow(stage, with).show();
  }

  @AfterEach
  void close() {
    background.shutdownNow();
  }

  @Test
  void picksFreezesDropsTrainsAndExports(FxRobot robot) throws TimeoutException {
    await(() -> !text(robot, "#step-1-summary").startsWith("Pick"));
    String layer = freezeUpToASelectedLayer(robot);
    dropSampleData(robot);
    robot.doubleClickOn("#epochs").write("2");
    robot.clickOn("#start");

    await(() -> points(robot) > 0);
    Path run = awaitResult(robot, "Training finished");
    JobSpec job = JsonFiles.read(new RunFiles(run).job(), JobSpec.class, JobSpec.VERSION);
    assertThat(job.freeze()).isEqualTo("until:" + layer);
    Report report = Report.read(new RunFiles(run).report());
    assertThat(report.epochs()).hasSize(2);
    assertThat(report.frozenValues()).isPositive();
    assertThat(report.frozenValuesChanged()).isZero();
    assertThat(chart(robot).model().validation().size()).isEqualTo(2);

    robot.clickOn("#export");
    await(() -> text(robot, "#export-message").contains("ready for DJL"));
    assertThat(exported).isDirectoryContaining(file -> file.toString().endsWith("-symbol.json"));
    assertThat(exported.resolve("synset.txt")).exists();
  }

  @Test
  void stopsInTheMiddleAndStartsAgain(FxRobot robot) throws TimeoutException {
    await(() -> !text(robot, "#step-1-summary").startsWith("Pick"));
    dropSampleData(robot);
    robot.doubleClickOn("#epochs").write("5000");
    robot.clickOn("#start");
    await(() -> points(robot) > 0);
    robot.clickOn("#stop");
    Path stopped = awaitResult(robot, "Training stopped");
    assertThat(text(robot, "#banner-sentence")).contains("was kept");
    assertThat(Report.read(new RunFiles(stopped).report()).cancelled()).isTrue();

    robot.clickOn("#step-3");
    robot.doubleClickOn("#epochs").write("1");
    robot.clickOn("#start");
    Path finished = awaitResult(robot, "Training finished");
    assertThat(finished).isNotEqualTo(stopped);
    assertThat(text(robot, "#result-accuracy")).endsWith("%");
  }

  @Test
  void survivesAWorkerThatIsKilledAndStartsAgain(FxRobot robot) throws TimeoutException {
    await(() -> !text(robot, "#step-1-summary").startsWith("Pick"));
    dropSampleData(robot);
    robot.doubleClickOn("#epochs").write("5000");
    robot.clickOn("#start");
    await(() -> points(robot) > 0);
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);

    await(() -> robot.lookup("#start-again").tryQuery().isPresent());
    assertThat(text(robot, "#banner-sentence")).contains("killed");
    assertThat(robot.lookup("#start").query().isDisabled()).isFalse();
    robot.clickOn("#start-again");
    await(() -> points(robot) > 0 && !robot.lookup("#stop").query().isDisabled());
    robot.clickOn("#stop");
    awaitResult(robot, "Training stopped");
  }

  /** Finds a convolution behind which little is left to learn, selects it and freezes up to it. */
  private String freezeUpToASelectedLayer(FxRobot robot) throws TimeoutException {
    List<Layer> convolutions =
        Layers.of(catalogue.list().get(0).network()).list().stream()
            .filter(layer -> layer.operator().equals("Convolution"))
            .toList();
    String name = convolutions.get(convolutions.size() * 3 / 4).name();
    robot.clickOn("#layer-search").write(name).type(KeyCode.ENTER);
    await(() -> robot.lookup("#card-layer-" + name).tryQuery().isPresent());
    robot.clickOn("#card-layer-" + name).clickOn("#freeze-until");
    return name;
  }

  private void dropSampleData(FxRobot robot) throws TimeoutException {
    assertThat(Files.isDirectory(SAMPLE_DATA)).isTrue();
    WorkbenchDriver.drop(SAMPLE_DATA, robot);
    await(() -> text(robot, "#step-2-summary").contains("pictures"));
    await(() -> !robot.lookup("#start").query().isDisabled());
  }

  private static Path awaitResult(FxRobot robot, String end) throws TimeoutException {
    await(() -> text(robot, "#status-phase").equals(end));
    robot.clickOn("#show-result");
    await(() -> robot.lookup("#run-folder").tryQuery().isPresent());
    return Path.of(text(robot, "#run-folder"));
  }

  private static int points(FxRobot robot) {
    return chart(robot).model().training().size();
  }

  private static ChartView chart(FxRobot robot) {
    return robot.lookup("#loss-chart").queryAs(ChartView.class);
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Labeled.class).getText();
  }
}
