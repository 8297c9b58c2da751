package io.thaw.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.ClassBalance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ClassBalanceTest {
  @TempDir private static Path folder;

  private WorkbenchDriver window;

  @Start
  void start(Stage stage) throws IOException {
    window = new WorkbenchDriver(folder);
    window.show(stage);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static boolean offered(FxRobot robot) {
    return robot.lookup("#balance-apply").query().getParent().isVisible();
  }

  @Test
  void balancingIsRecommendedForUnevenClassesAndOneClickAway(FxRobot robot)
      throws TimeoutException, IOException {
    assertThat(offered(robot)).isFalse();
    window.chosen = SampleJob.unevenPictures(folder);
    window.prepare("2 classes, 17 pictures");
    assertThat(offered(robot)).isTrue();
    assertThat(window.text("#balance-advice")).contains("13 of 'circles' but 4 of 'squares'");

    robot.clickOn("#balance-apply");

    assertThat(offered(robot)).isFalse();
    assertThat(window.start().spec().training().balance()).isEqualTo(ClassBalance.WEIGHTED_LOSS);
  }
}
