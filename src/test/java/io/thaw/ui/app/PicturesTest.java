package io.thaw.ui.app;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.AugmentationKind;
import io.thaw.job.JobEvent;
import io.thaw.job.RunFiles;
import io.thaw.ui.common.Shots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of the window's main states into {@code target/pictures}, to be looked at. */
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir static Path folder;

  private WorkbenchDriver window;
  private Stage stage;

  @Start
  void start(Stage shown) throws IOException {
    stage = shown;
    window = new WorkbenchDriver(folder);
    window.show(shown);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void everyMainStateIsDrawnInBothLooks(FxRobot robot) throws IOException, TimeoutException {
    Files.createDirectories(PICTURES);
    Scripts.report(5, 40).write(new RunFiles(window.run).report());
    picture("1-empty", robot);
    window.prepare();
    picture("2-ready", robot);
    window.press(KeyCode.DIGIT2);
    await(() -> robot.lookup(".picture-cell").queryAll().size() >= 12);
    picture("12-pictures", robot);
    window.press(KeyCode.DIGIT1);
    robot.interact(() -> augmentation(robot).setValue(AugmentationKind.STANDARD));
    await(() -> robot.lookup("#preview-views").queryAs(Pane.class).getChildren().size() == 4);
    picture("12-preview", robot);
    robot.clickOn("#preview-toggle");
    robot.clickOn("#cache-toggle");
    await(() -> window.text("#cache-headline").startsWith("1.3 GB of 5 GB"));
    picture("9-augmented-and-cache", robot);
    robot.clickOn("#cache-clear");
    picture("10-cache-question", robot);
    robot.clickOn("#cache-clear-keep");

    HandDrivenRunner.Run run = window.start();
    run.say(Scripts.beginning(window.run));
    run.say(Scripts.epochs(1, 6, 10));
    await(() -> window.text("#status-phase").equals("Training, epoch 6 of 10"));
    WritableImage light = picture("3-training", robot);
    assertThat(colours(light, robot.lookup("#loss-chart").query())).hasSizeGreaterThan(20);
    assertThat(colours(light, robot.lookup("#accuracy-chart").query())).hasSizeGreaterThan(20);

    robot.clickOn("#theme-toggle");
    WritableImage dark = picture("4-training-dark", robot);
    assertThat(colours(dark, robot.lookup("#loss-chart").query())).hasSizeGreaterThan(20);
    assertThat(background(light)).isGreaterThan(0.9);
    assertThat(background(dark)).isLessThan(0.2);

    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    await(() -> robot.lookup("#close-stay").tryQuery().isPresent());
    picture("8-close-dark", robot.lookup("#close-stay").query().getScene(), robot);
    robot.clickOn("#close-stay");
    run.say(new JobEvent.Completed(window.run.toString(), 0.925, 0.4, 41));
    await(() -> robot.lookup("#show-result").tryQuery().isPresent());
    picture("5-finished-dark", robot);
    window.press(KeyCode.DIGIT4);
    WritableImage results = picture("6-results-dark", robot);
    assertThat(colours(results, robot.lookup("#confusion").query())).hasSizeGreaterThan(20);
    robot.clickOn("#theme-toggle");
    picture("7-results", robot);
    robot.clickOn("#step-3");
    picture("11-cache-after-run", robot);
    assertThat(List.of(PICTURES.toFile().list())).hasSizeGreaterThanOrEqualTo(10);
  }

  @SuppressWarnings("unchecked")
  private static ChoiceBox<AugmentationKind> augmentation(FxRobot robot) {
    return robot.lookup("#augmentation").queryAs(ChoiceBox.class);
  }

  private WritableImage picture(String name, FxRobot robot) throws IOException {
    return picture(name, stage.getScene(), robot);
  }

  private static WritableImage picture(String name, Scene scene, FxRobot robot) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage[] taken = new WritableImage[1];
    robot.interact(() -> taken[0] = scene.snapshot(null));
    Shots.write(taken[0], PICTURES.resolve(name + ".png").toFile());
    return taken[0];
  }

  private static Set<Integer> colours(WritableImage image, Node node) {
    Bounds area = node.localToScene(node.getLayoutBounds());
    Set<Integer> found = new HashSet<>();
    for (int y = (int) area.getMinY(); y < area.getMaxY(); y++) {
      for (int x = (int) area.getMinX(); x < area.getMaxX(); x++) {
        found.add(image.getPixelReader().getArgb(x, y));
      }
    }
    return found;
  }

  /** Brightness of the left rail's empty lower end. */
  private static double background(WritableImage image) {
    return image.getPixelReader().getColor(20, (int) image.getHeight() - 60).getBrightness();
  }
}
