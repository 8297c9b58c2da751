package io.thaw.ui.app;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.TableColumns;
import io.thaw.dataset.TableFacts.Column;
import io.thaw.job.JobSpec;
import io.thaw.ui.common.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Which table and which columns, from the rail to the worker and to the next start. */
@ExtendWith(ApplicationExtension.class)
class TablesTest {
  @TempDir Path folder;
  private WorkbenchDriver window;
  private Path tabled;

  @Start
  void start(Stage stage) throws IOException {
    window = new WorkbenchDriver(folder);
    tabled = SampleJob.tabledPictures(folder);
    window.chosen = tabled;
    window.show(stage);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static ChoiceBox<?> box(FxRobot robot, String id) throws TimeoutException {
    return (ChoiceBox<?>) Waiting.node(robot, id);
  }

  private static String chosen(FxRobot robot, String id) throws TimeoutException {
    return ((Column) box(robot, id).getValue()).title();
  }

  @Test
  void anotherColumnReachesTheWorkerTheProbeAndTheNextStart(FxRobot robot) throws TimeoutException {
    window.prepare("2 classes, 12 pictures");
    robot.clickOn("#step-2").clickOn(Waiting.node(robot, "table"));
    assertThat(((TitledPane) Waiting.node(robot, "table")).getText())
        .isEqualTo("Table: labels.csv");
    assertThat(chosen(robot, "table-path")).isEqualTo("file");
    assertThat(chosen(robot, "table-label")).isEqualTo("kind");
    assertThat(chosen(robot, "table-split")).isEqualTo("none");
    assertThat(box(robot, "table-label").getAccessibleText()).isEqualTo("Classes");

    robot.clickOn(box(robot, "table-label")).clickOn("corner");
    await(() -> window.text("#step-2-summary").equals("3 classes, 12 pictures"));
    // The step stays open, so that the next choice is at hand.
    robot.clickOn(Waiting.node(robot, "table-recognise"));
    await(() -> window.text("#step-2-summary").equals("2 classes, 12 pictures"));
    robot.clickOn(box(robot, "table-label")).clickOn("corner");
    await(() -> window.text("#step-2-summary").equals("3 classes, 12 pictures"));
    TableColumns columns = TableColumns.AUTOMATIC.withLabel("corner");
    assertThat(window.memory.keeper.columns).containsEntry(tabled, columns);
    window.press(KeyCode.DIGIT1);
    robot.clickOn("#probe");
    await(() -> !window.commands.isEmpty());
    assertThat(window.commands.get(0))
        .containsSequence("--edits", window.memory.keeper.file(tabled).toString());
    JobSpec job = window.start().spec();
    assertThat(job.data()).isEqualTo(tabled.toString());
    assertThat(job.columns()).isEqualTo(columns);
    assertThat(window.memory.get().lastDataFolder()).isEqualTo(tabled.toString());
  }

  @Test
  void oneOfTwoTablesIsChosen(FxRobot robot) throws IOException, TimeoutException {
    Path other =
        Files.writeString(
            tabled.resolve("other.csv"),
            "file,what\nimg/0.png,a\nimg/1.png,a\nimg/2.png,b\nimg/3.png,b\n");
    await(() -> robot.lookup("#choose-folder").tryQuery().isPresent());
    robot.clickOn("#choose-folder");
    await(() -> window.text("#images-problem").contains("There are 2 tables in"));
    assertThat(robot.lookup("#start").query().isDisabled()).isTrue();

    robot.clickOn(box(robot, "table-choice")).clickOn("other.csv");
    await(() -> window.text("#step-2-summary").equals("2 classes, 4 pictures"));
    assertThat(window.memory.get().lastDataFolder()).isEqualTo(other.toString());
    assertThat(box(robot, "table-choice").getItems()).hasSize(2);
    assertThat(robot.lookup("#start").query().isDisabled()).isFalse();
    assertThat(window.start().spec())
        .extracting(JobSpec::data, JobSpec::columns)
        .isEqualTo(java.util.Arrays.asList(other.toString(), null));
  }

  @Test
  void aColumnThatIsEmptyIsToldAndRecognisingHelps(FxRobot robot) throws TimeoutException {
    window.prepare("2 classes, 12 pictures");
    robot.clickOn("#step-2").clickOn(Waiting.node(robot, "table"));
    robot.clickOn(box(robot, "table-label")).clickOn("remark");
    await(() -> window.text("#images-problem").startsWith("Column 'remark' of the table"));
    assertThat(chosen(robot, "table-label")).isEqualTo("remark");

    robot.clickOn(Waiting.node(robot, "table-recognise"));
    await(() -> window.text("#step-2-summary").equals("2 classes, 12 pictures"));
    assertThat(chosen(robot, "table-label")).isEqualTo("kind");
    assertThat(List.copyOf(window.memory.keeper.columns.values()))
        .containsExactly(TableColumns.AUTOMATIC);
  }
}
