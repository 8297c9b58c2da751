package io.thaw.ui.app;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.job.CheckResult;
import io.thaw.job.JsonFiles;
import io.thaw.job.NetworkComparison;
import io.thaw.worker.CommandRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a network takes for alike, from the tab with the pictures to the worker. */
@ExtendWith(ApplicationExtension.class)
class AlikeTest {
  private static final List<String> GROUP = List.of("circles/1.png", "circles/4.png");

  @TempDir static Path folder;

  private WorkbenchDriver window;

  @Start
  void start(Stage stage) throws IOException {
    window = new WorkbenchDriver(folder);
    NetworkComparison found = new NetworkComparison("small", 12, 12, true, List.of(GROUP), 0, 1, 0);
    CheckResult result =
        new CheckResult(
            CheckResult.VERSION,
            window.chosen.toString(),
            List.of(),
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            12,
            12,
            found);
    window.comparison =
        new CommandRunner.Result(0, JsonFiles.mapper().writeValueAsString(result), "");
    window.show(stage);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void whatIsKeptOnOneSideReachesTheWorkerAndTheNextStart(FxRobot robot) throws TimeoutException {
    await(() -> window.text("#step-1-summary").equals("Small residual"));
    assertThat(robot.lookup("#compare-network").query().isDisabled()).isTrue();
    window.prepare();
    window.press(KeyCode.DIGIT2);
    await(() -> !robot.lookup("#compare-network").query().isDisabled());
    robot.clickOn("#compare-network");
    await(() -> window.text("#picture-count").equals("2 shown"));
    assertThat(window.text("#alike-summary"))
        .isEqualTo("2 pictures in 1 group are alike to the network; 1 on both sides of the split.");

    robot.clickOn("#keep-together-shown");
    await(
        () -> window.text("#alike-summary").endsWith("to the network; 1 kept on one side by you."));

    DatasetEdits edits = window.start().spec().edits();
    assertThat(edits.together()).containsExactly(GROUP);
    assertThat(window.memory.keeper.kept).containsEntry(window.chosen, edits);
  }
}
