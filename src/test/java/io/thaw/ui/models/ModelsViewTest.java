package io.thaw.ui.models;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ModelsViewTest {
  @TempDir static Path folder;

  private final ExecutorService background = Executors.newSingleThreadExecutor();
  private final ModelsModel model = new ModelsModel();
  private Optional<Path> chosen = Optional.empty();

  @Start
  void start(Stage stage) throws Exception {
    Path bundled = folder.resolve("bundled");
    ModelFolders.make(bundled, "first");
    ModelFolders.make(bundled, "second");
    ModelsController controller =
        new ModelsController(model, new Catalogue(bundled), background, FxThread.executor());
    ModelsView view = new ModelsView(model, controller, (owner, title) -> chosen);
    Scene scene = new Scene((Parent) view.node(), 320, 600);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
    controller.loadCatalogue();
  }

  @AfterEach
  void stop() {
    background.shutdownNow();
  }

  @Test
  void picksTheFirstBundledModelAndShowsItsCard(FxRobot robot) throws Exception {
    await(() -> model.selectedProperty().get() != null);

    assertThat(text(robot, "#model-name")).isEqualTo("first");
    assertThat(text(robot, "#model-input")).isEqualTo("64 × 48 pixels");
    assertThat(text(robot, "#model-trained")).isEqualTo("4 classes: tench, eft, newt, …");
    assertThat(text(robot, "#model-licence")).isEqualTo("Apache-2.0");
    assertThat(text(robot, "#model-origin")).isEqualTo("made for a test");
    assertThat(text(robot, "#model-parameters")).endsWith("(no weight file)");
  }

  @Test
  void anotherModelIsPickedFromTheList(FxRobot robot) throws Exception {
    await(() -> model.selectedProperty().get() != null);

    robot.clickOn("#model-picker").clickOn("second");

    assertThat(text(robot, "#model-name")).isEqualTo("second");
  }

  @Test
  void anOpenedFolderJoinsTheListAndIsPicked(FxRobot robot) throws Exception {
    await(() -> model.selectedProperty().get() != null);
    chosen = Optional.of(ModelFolders.make(folder, "mine"));

    robot.clickOn("#open-model");
    await(() -> model.selectedProperty().get().name().equals("mine"));

    assertThat(robot.lookup("#model-picker").<ComboBox<?>>query().getItems()).hasSize(3);
  }

  @Test
  void aFolderWithoutAModelSaysSoAndThePickedModelStays(FxRobot robot) throws Exception {
    await(() -> model.selectedProperty().get() != null);
    chosen = Optional.of(Files.createDirectories(folder.resolve("holiday")));

    robot.clickOn("#open-model");
    await(() -> !model.problemProperty().get().isEmpty());

    assertThat(text(robot, "#model-problem")).contains("holiday", "holds no model");
    assertThat(robot.lookup("#model-problem").query().isVisible()).isTrue();
    assertThat(text(robot, "#model-name")).isEqualTo("first");

    robot.clickOn("#model-picker").clickOn("second");

    assertThat(robot.lookup("#model-problem").query().isVisible()).isFalse();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryLabeled().getText();
  }
}
