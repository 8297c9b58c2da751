package io.thaw.ui.app;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.JobEvent;
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

/** What a user does with the feature cache at the foot of the training step. */
@ExtendWith(ApplicationExtension.class)
class CacheSectionTest {
  @TempDir static Path folder;

  private WorkbenchDriver window;

  @Start
  void start(Stage shown) throws IOException {
    window = new WorkbenchDriver(folder);
    window.show(shown);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void unfold(FxRobot robot) throws TimeoutException {
    window.prepare();
    robot.clickOn("#cache-toggle");
    await(() -> window.text("#cache-headline").endsWith("kept for later runs"));
  }

  private static boolean visible(FxRobot robot, String query) {
    return robot.lookup(query).queryAll().stream().anyMatch(it -> it.getParent().isVisible());
  }

  @Test
  void showsLimitsAndEmptiesTheCache(FxRobot robot) throws TimeoutException {
    unfold(robot);
    assertThat(window.text("#cache-headline")).isEqualTo("1.3 GB of 5 GB kept for later runs");
    assertThat(window.text("#cache-folder")).endsWith("/pictures/features");

    robot.clickOn("#cache-budget").write("many");
    assertThat(robot.lookup("#cache-set").query().isDisabled()).isTrue();
    assertThat(window.text("#cache-budget-problem")).contains("must be a size");
    robot.doubleClickOn("#cache-budget").write("1 GB").push(KeyCode.ENTER);
    await(() -> window.text("#cache-message").contains("300 MB removed"));
    assertThat(window.text("#cache-headline")).isEqualTo("1 GB of 1 GB kept for later runs");

    robot.clickOn("#cache-clear");
    assertThat(window.text("#cache-question")).startsWith("Remove 1 GB?");
    robot.clickOn("#cache-clear-keep");
    assertThat(window.cache.commands()).noneMatch(it -> it.contains("--clear"));
    robot.clickOn("#cache-clear").clickOn("#cache-clear-go");
    await(() -> window.text("#cache-message").equals("1 GB removed."));
    assertThat(robot.lookup("#cache-clear").query().isDisabled()).isTrue();
  }

  @Test
  void clearingGoesByKeyboardAndIsOffUntilMeant(FxRobot robot) throws TimeoutException {
    unfold(robot);
    robot.interact(() -> robot.lookup("#cache-clear").query().requestFocus());
    robot.push(KeyCode.SPACE);
    await(() -> robot.lookup("#cache-clear-keep").query().isFocused());
    robot.push(KeyCode.SPACE);
    await(() -> robot.lookup("#cache-clear").query().isFocused());
    assertThat(visible(robot, "#cache-question")).isFalse();
    assertThat(window.cache.commands()).hasSize(1);
  }

  @Test
  void theEndOfARunIsALookAtTheCache(FxRobot robot) throws TimeoutException {
    window.prepare();
    assertThat(window.cache.commands()).isEmpty();
    window.start().say(new JobEvent.Cancelled(window.run.toString(), false, 2));

    await(() -> window.text("#cache-share").equals("1.3 GB of 5 GB"));
    assertThat(window.cache.commands()).containsExactly(List.of("cache", "--json"));
  }

  @Test
  void troubleIsToldInPlace(FxRobot robot) throws TimeoutException {
    window.cache.fail(new CommandRunner.Result(4, "", "The disk is gone."));
    window.prepare();
    robot.clickOn("#cache-toggle");

    await(() -> window.text("#cache-message").equals("The disk is gone."));
    assertThat(window.text("#cache-headline")).isEqualTo("What is kept is not known.");
    assertThat(robot.lookup("#cache-message").query().getStyleClass()).contains("problem");
  }
}
