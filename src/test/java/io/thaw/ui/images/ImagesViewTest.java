package io.thaw.ui.images;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.PictureIndex;
import io.thaw.ui.common.FolderChooser;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.theme.Theme;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ImagesViewTest {
  @TempDir static Path folder;
  @TempDir static Path elsewhere;

  private final ExecutorService background = Executors.newSingleThreadExecutor();
  private final ImagesModel model = new ImagesModel();
  private Optional<Path> chosen = Optional.empty();
  private int lookedAt;

  @Start
  void start(Stage stage) {
    ImagesController controller =
        new ImagesController(
            model, new ShortKeeper(), PictureIndex::inMemory, background, FxThread.executor());
    FolderChooser chooser = (owner, title) -> chosen;
    ImagesView view = new ImagesView(model, controller, chooser, background, () -> lookedAt++);
    Label fromTheDesktop = new Label("a folder on the desktop");
    fromTheDesktop.setId("desktop");
    fromTheDesktop.setOnDragDetected(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(folder.toFile()));
          fromTheDesktop.startDragAndDrop(TransferMode.COPY).setContent(content);
          event.consume();
        });
    Scene scene = new Scene(new VBox(fromTheDesktop, view.node()), 320, 760);
    Theme.DARK.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void stop() {
    background.shutdownNow();
  }

  @Test
  void aDroppedFolderIsLookedThroughAndABadFileListed(FxRobot robot) throws Exception {
    makeFlowersWithACorruptPicture();

    robot.drag("#desktop").dropTo("#drop-zone");
    waitForScan();

    assertThat(classes(robot).getItems())
        .extracting(ClassSummary::name)
        .containsExactly("daisy", "rose");
    assertThat(classes(robot).getItems()).extracting(ClassSummary::count).containsExactly(3, 2);
    TitledPane problems = robot.lookup("#problems").queryAs(TitledPane.class);
    assertThat(problems.getText()).isEqualTo("1 file is left out");

    robot.clickOn("#problems");

    assertThat(robot.lookup("rose" + folder.getFileSystem().getSeparator() + "torn.jpg").tryQuery())
        .isPresent();
    robot.clickOn("#look-at-problems");
    assertThat(lookedAt).isEqualTo(1);
  }

  @Test
  void aChosenFolderShowsSmallPictures(FxRobot robot) throws Exception {
    makeFlowersWithACorruptPicture();
    chosen = Optional.of(folder);

    robot.clickOn("#choose-folder");
    waitForScan();

    await(
        () -> {
          var shown = robot.lookup(".thumbnail .image-view").queryAllAs(ImageView.class);
          return shown.size() == 5 && shown.stream().allMatch(v -> v.getImage() != null);
        });
  }

  @Test
  void aFolderThatCannotBeUsedSaysWhy(FxRobot robot) throws Exception {
    Path lonely = Files.createDirectories(elsewhere.resolve("lonely"));
    Pictures.classOf(lonely, "daisy", 2, Color.WHITE);
    chosen = Optional.of(lonely);

    robot.clickOn("#choose-folder");
    waitForScan();

    assertThat(robot.lookup("#images-problem").queryLabeled().getText()).contains("Only one class");
  }

  @Test
  void thinkingBetterOfItChangesNothing(FxRobot robot) {
    robot.clickOn("#choose-folder");

    assertThat(model.folderProperty().get()).isNull();
    assertThat(robot.lookup("Drop a folder of pictures here").tryQuery()).isPresent();
  }

  private static void makeFlowersWithACorruptPicture() throws IOException {
    Pictures.classOf(folder, "daisy", 3, Color.WHITE);
    Pictures.classOf(folder, "rose", 2, Color.RED);
    Files.writeString(folder.resolve("rose").resolve("torn.jpg"), "this is no picture");
  }

  private void waitForScan() throws TimeoutException {
    await(() -> model.folderProperty().get() != null && !model.scanningProperty().get());
  }

  @SuppressWarnings("unchecked")
  private static ListView<ClassSummary> classes(FxRobot robot) {
    return robot.lookup("#class-list").queryAs(ListView.class);
  }
}
