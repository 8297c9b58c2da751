package io.thaw.ui.app;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.AugmentationKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a user sees of the augmentation in the training step. */
@ExtendWith(ApplicationExtension.class)
class PreviewSectionTest {
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

  private static List<Node> views(FxRobot robot) {
    return robot.lookup("#preview-views").queryAs(Pane.class).getChildren();
  }

  private static Image image(Node view) {
    return ((ImageView) ((Pane) view).getChildren().get(0)).getImage();
  }

  @SuppressWarnings("unchecked")
  private static void choose(FxRobot robot, AugmentationKind kind) {
    robot.interact(() -> robot.lookup("#augmentation").queryAs(ChoiceBox.class).setValue(kind));
  }

  @Test
  void showsTheViewsThatWillBeKept(FxRobot robot) throws TimeoutException {
    window.prepare();
    choose(robot, AugmentationKind.STANDARD);
    await(() -> views(robot).size() == 4);
    assertThat(window.text("#preview-class")).isEqualTo("circles");
    assertThat(window.text("#preview-sentence")).startsWith("These 4 are kept");
    assertThat(image(views(robot).get(3)).getWidth()).isEqualTo(64);
    assertThat(views(robot).get(2).getAccessibleText()).startsWith("View 3 of 4: ");
    Image third = image(views(robot).get(2));

    robot.clickOn("#views").write("2");
    await(() -> views(robot).size() == 2);

    robot.interact(() -> robot.lookup("#preview-another").query().requestFocus());
    robot.push(KeyCode.SPACE);
    await(() -> window.text("#preview-class").equals("squares"));
    assertThat(views(robot)).hasSize(2).noneMatch(view -> image(view) == third);

    robot.interact(() -> views(robot).get(1).requestFocus());
    await(() -> window.text("#preview-caption").equals(views(robot).get(1).getAccessibleText()));
  }

  @Test
  void opensWithoutAugmentationToo(FxRobot robot) throws TimeoutException {
    window.prepare();
    assertThat(robot.lookup("#preview-toggle").query().isVisible()).isTrue();
    robot.clickOn("#preview-toggle");

    await(() -> window.text("#preview-sentence").contains("as they are"));
    assertThat(views(robot)).isEmpty();
    assertThat(window.text("#preview-file")).isEqualTo("0.png");
  }
}
