package io.thaw.ui.app;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.thaw.dataset.DatasetEdits;
import io.thaw.ui.common.Waiting;
import io.thaw.worker.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is decided about pictures, from the rail to the worker and to the next start. */
@ExtendWith(ApplicationExtension.class)
class QuarantineTest {
  @TempDir static Path folder;

  private WorkbenchDriver window;

  @Start
  void start(Stage stage) throws IOException {
    window = new WorkbenchDriver(folder);
    Files.writeString(window.chosen.resolve("squares").resolve("torn.png"), "no picture");
    window.show(stage);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void problemsAreLookedAtAndWhatIsDecidedReachesTheWorker(FxRobot robot) throws TimeoutException {
    AtomicInteger looks = new AtomicInteger();
    window.check = arguments -> neverDone(looks);
    await(() -> window.text("#step-1-summary").equals("Small residual"));
    WorkbenchDriver.drop(window.chosen, robot);
    await(() -> window.text("#step-2-summary").equals("2 classes, 12 pictures"));
    robot.clickOn("#step-2").clickOn("#problems").clickOn("#look-at-problems");
    await(() -> window.text("#picture-count").equals("1 shown"));
    assertThat(cell(robot, "squares/torn.png").getAccessibleText()).contains("not a picture");

    window.press(KeyCode.DIGIT1);
    window.press(KeyCode.DIGIT2);
    robot.clickOn("#filter-search").write("/");
    await(() -> window.text("#picture-count").equals("1 shown"));
    robot.interact(() -> robot.lookup("#filter-search").queryTextInputControl().setText(""));
    robot.clickOn("#filter-topic").clickOn("Used (12)");
    await(() -> window.text("#picture-count").equals("12 shown"));
    robot.clickOn(cell(robot, "circles/0.png")).push(KeyCode.DELETE);
    await(() -> window.text("#step-2-summary").equals("2 classes, 11 pictures"));
    await(() -> window.text("#picture-count").equals("11 shown"));
    robot.clickOn(cell(robot, "circles/1.png"));
    robot.press(KeyCode.SHIFT).clickOn(cell(robot, "circles/2.png")).release(KeyCode.SHIFT);
    robot.clickOn("#change-class").write("rings").push(KeyCode.ENTER);
    await(() -> window.text("#step-2-summary").equals("3 classes, 11 pictures"));
    robot.push(KeyCode.DELETE);
    await(() -> window.text("#step-2-summary").equals("2 classes, 9 pictures"));
    robot.clickOn("#picture-undo");
    await(() -> window.text("#step-2-summary").equals("3 classes, 11 pictures"));

    await(() -> looks.get() == 1);
    assertThat(robot.lookup("#pictures-looking").query().isVisible()).isTrue();
    DatasetEdits edits = window.start().spec().edits();
    await(() -> looks.get() == 0);
    assertThat(robot.lookup("#pictures-looking").query().isVisible()).isFalse();
    assertThat(edits.excluded()).containsExactly("circles/0.png");
    assertThat(edits.relabelled())
        .containsExactly(entry("circles/1.png", "rings"), entry("circles/2.png", "rings"));
    assertThat(window.memory.keeper.kept).containsEntry(window.chosen, edits);
  }

  /** A look at many pictures, which only makes way for something else. */
  private static CommandRunner.Result neverDone(AtomicInteger looks) {
    looks.incrementAndGet();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    looks.decrementAndGet();
    return new CommandRunner.Result(130, "", "The command was interrupted.");
  }

  private static Node cell(FxRobot robot, String path) throws TimeoutException {
    return Waiting.node(robot, "picture-" + path);
  }
}
