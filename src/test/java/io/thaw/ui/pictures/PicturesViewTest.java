package io.thaw.ui.pictures;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.Remark;
import io.thaw.dataset.RemarkKind;
import io.thaw.dataset.ScanReport;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.common.Waiting;
import io.thaw.ui.images.ImagesController;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.images.ShortKeeper;
import io.thaw.ui.theme.Theme;
import io.thaw.worker.CommandRunner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A user looking after the pictures of a dirty folder. */
@ExtendWith(ApplicationExtension.class)
class PicturesViewTest {
  @TempDir static Path folder;

  private final ExecutorService background = Executors.newCachedThreadPool();
  private final ImagesModel images = new ImagesModel();
  private final PicturesModel model = new PicturesModel();
  private ImagesController scans;

  @BeforeAll
  static void makeFolder() throws IOException {
    for (String name : List.of("daisy", "rose")) {
      Files.createDirectories(folder.resolve(name));
      for (int i = 0; i < 30; i++) {
        Files.write(folder.resolve(name).resolve("%02d.jpg".formatted(i)), jpeg(i));
      }
    }
    byte[] whole = jpeg(77);
    Files.write(folder.resolve("rose/half.jpg"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("rose/stump.jpg"), Arrays.copyOf(whole, 200));
    Files.writeString(folder.resolve("rose/notes.txt"), "no picture");
  }

  private static byte[] jpeg(int seed) throws IOException {
    BufferedImage picture = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 48 * 48; i++) {
      picture.setRGB(i % 48, i / 48, (i * 7919 + seed * 104729) & 0xffffff);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", bytes);
    return bytes.toByteArray();
  }

  @Start
  void start(Stage stage) {
    scans =
        new ImagesController(
            images, new ShortKeeper(), PictureIndex::inMemory, background, FxThread.executor());
    PicturesController controller =
        new PicturesController(model, images, background, FxThread.executor());
    AlikeController comparison =
        new AlikeController(
            model.alike(),
            images,
            new ShortKeeper(),
            new SimpleStringProperty(""),
            new SimpleObjectProperty<>(),
            new SimpleBooleanProperty(),
            command -> new CommandRunner.Result(0, "", ""),
            background,
            FxThread.executor());
    PicturesView view = new PicturesView(model, images, controller, comparison, background);
    Scene scene = new Scene((javafx.scene.Parent) view.node(), 976, 680);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void open(FxRobot robot) throws TimeoutException {
    robot.interact(() -> scans.open(folder));
    await(() -> shown() == 63);
  }

  @AfterEach
  void stop() {
    background.shutdownNow();
  }

  private int shown() {
    return model.listingProperty().get().shown().size();
  }

  private String current() {
    PictureRow row = model.selection().current();
    return row == null ? "" : row.path();
  }

  private DatasetEdits edits() {
    return images.editsProperty().get();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Labeled.class).getText();
  }

  private static boolean disabled(FxRobot robot, String query) {
    return robot.lookup(query).query().isDisabled();
  }

  private static Node cell(FxRobot robot, String path) throws TimeoutException {
    return Waiting.node(robot, "picture-" + path);
  }

  @Test
  void keysMoveSelectAndDecide(FxRobot robot) throws TimeoutException {
    robot.clickOn(cell(robot, "daisy/00.jpg"));
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    assertThat(current()).isEqualTo("daisy/02.jpg");
    robot.push(KeyCode.DOWN).push(KeyCode.UP);
    assertThat(current()).isEqualTo("daisy/02.jpg");
    robot.push(KeyCode.END);
    assertThat(current()).isEqualTo("rose/stump.jpg");
    await(() -> robot.lookup("#picture-grid").query().getAccessibleText().startsWith(current()));
    assertThat(cell(robot, "rose/stump.jpg").getAccessibleText()).contains("Selected.");
    robot.push(KeyCode.PAGE_UP);
    assertThat(current()).isBetween("rose/05.jpg", "rose/25.jpg");
    robot.push(KeyCode.HOME).push(KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(model.selection().size()).isEqualTo(2);

    robot.push(KeyCode.DELETE);
    assertThat(edits().excluded()).containsExactly("daisy/00.jpg", "daisy/01.jpg");
    await(() -> text(robot, "#picture-message").equals("2 pictures left out."));
    robot.push(control(KeyCode.Z));
    assertThat(edits().none()).isTrue();
    robot.push(control(KeyCode.Y));
    assertThat(edits().excluded()).hasSize(2);
    await(() -> model.selection().rows().stream().allMatch(PictureRow::canUse));
    robot.push(KeyCode.INSERT);
    assertThat(edits().none()).isTrue();

    robot.push(control(KeyCode.A));
    assertThat(model.selection().size()).isEqualTo(63);
  }

  private static KeyCodeCombination control(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }

  @Test
  void aClassIsChosenOrTyped(FxRobot robot) throws TimeoutException {
    robot.clickOn(cell(robot, "daisy/00.jpg"));
    robot.press(KeyCode.CONTROL).clickOn(cell(robot, "daisy/02.jpg")).release(KeyCode.CONTROL);
    robot.push(KeyCode.F2);
    robot.write("poppy").push(KeyCode.ENTER);
    assertThat(edits().relabelled())
        .containsOnly(
            java.util.Map.entry("daisy/00.jpg", "poppy"),
            java.util.Map.entry("daisy/02.jpg", "poppy"));
    assertThat(images.classCountProperty().get()).isEqualTo(3);

    await(() -> model.selection().current().relabelled());
    robot.clickOn("#change-class").clickOn("daisy");
    assertThat(edits().none()).isTrue();

    robot.clickOn("#change-class").push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#class-choice").query().isVisible()).isFalse();
    assertThat(edits().none()).isTrue();
  }

  @Test
  void whatIsCutShortCanBeUsedIfThereIsEnoughOfIt(FxRobot robot) throws TimeoutException {
    robot.interact(() -> images.deepProperty().set(deep()));
    show(robot, "Cut short");
    await(() -> shown() == 2);
    robot.clickOn(cell(robot, "rose/half.jpg"));
    await(() -> text(robot, "#picture-size").startsWith("48 × 48 pixels"));
    assertThat(disabled(robot, "#use")).isFalse();
    robot.push(control(KeyCode.A));
    robot.clickOn("#use");

    await(() -> edits().included().contains("rose/half.jpg"));
    assertThat(edits().included()).hasSize(1);
    await(
        () ->
            text(robot, "#picture-message")
                .equals("1 picture used. Of 1 picture there is too little to be used."));
    await(() -> shown() == 1 && current().equals("rose/stump.jpg"));
  }

  @Test
  void allThatAreCutShortAreUsedWithOneSwitch(FxRobot robot) throws TimeoutException {
    assertThat(robot.lookup("#accept-truncated").query().isVisible()).isFalse();
    robot.interact(() -> images.deepProperty().set(deep()));
    assertThat(images.reportProperty().get().countsPerClass()).containsExactly(30, 30);

    Waiting.node(robot, "accept-truncated");
    assertThat(text(robot, "#accept-truncated")).isEqualTo("Use the 2 pictures that are cut short");
    robot.clickOn("#accept-truncated");
    assertThat(edits().acceptTruncated()).isTrue();
    assertThat(images.reportProperty().get().countsPerClass()).containsExactly(30, 32);
    show(robot, "Used although cut short");
    await(() -> shown() == 2);

    robot.clickOn("#picture-undo");
    assertThat(robot.lookup("#accept-truncated").queryAs(CheckBox.class).isSelected()).isFalse();
    assertThat(images.reportProperty().get().countsPerClass()).containsExactly(30, 30);
  }

  @Test
  void remarksAreFiltersAndLeadFromOneCopyToTheOther(FxRobot robot) throws TimeoutException {
    robot.interact(() -> images.deepProperty().set(deep()));
    await(() -> robot.lookup("#class-remarks .label").tryQuery().isPresent());
    assertThat(text(robot, "#class-remarks .label")).isEqualTo("Roses are few.");
    show(robot, "In several classes");
    await(() -> shown() == 2);

    robot.clickOn(cell(robot, "daisy/03.jpg"));
    assertThat(text(robot, "#picture-words .label")).isEqualTo("The same picture twice.");
    robot.clickOn("rose/03.jpg");
    assertThat(current()).isEqualTo("rose/03.jpg");

    robot.push(KeyCode.DELETE);
    await(() -> shown() == 0);
    assertThat(robot.lookup("#show-all").query().isVisible()).isTrue();
    robot.clickOn("#show-all");
    await(() -> shown() == 63);
  }

  @Test
  void allOfAKindIsLeftOutAtOnce(FxRobot robot) throws TimeoutException {
    assertThat(disabled(robot, "#leave-out-shown")).isTrue();
    robot.clickOn("#filter-search").write("rose/0");
    await(() -> shown() == 10);
    robot.clickOn("#leave-out-shown");
    assertThat(edits().excluded()).hasSize(10);
    assertThat(images.reportProperty().get().countsPerClass()).containsExactly(30, 22);
    assertThat(disabled(robot, "#picture-undo")).isFalse();
    robot.clickOn("#picture-undo");
    assertThat(edits().none()).isTrue();
  }

  @SuppressWarnings("unchecked")
  private void show(FxRobot robot, String words) throws TimeoutException {
    ComboBox<Choice> topics = robot.lookup("#filter-topic").queryAs(ComboBox.class);
    await(() -> topics.getItems().stream().anyMatch(it -> it.words().equals(words)));
    robot.interact(
        () ->
            topics.setValue(
                topics.getItems().stream()
                    .filter(it -> it.words().equals(words))
                    .findFirst()
                    .get()));
  }

  /** What a look at every pixel may find. */
  private DeepReport deep() {
    ScanReport raw = images.rawProperty().get();
    List<LabeledImage> whole = raw.images().stream().filter(it -> !isCutShort(it.file())).toList();
    List<ImageProblem> problems =
        raw.images().stream()
            .filter(it -> isCutShort(it.file()))
            .map(it -> new ImageProblem(it.file(), ProblemKind.TRUNCATED, "the file is truncated"))
            .toList();
    List<ImageProblem> all = new java.util.ArrayList<>(raw.problems());
    all.addAll(problems);
    return new DeepReport(
        new ScanReport(folder, raw.classes(), whole, all, raw.notes(), false),
        List.of(
            new Remark(
                RemarkKind.LABEL_CONFLICT,
                List.of(folder.resolve("daisy/03.jpg"), folder.resolve("rose/03.jpg")),
                "The same picture twice."),
            new Remark(RemarkKind.FEW_PICTURES, List.of(), "Roses are few.")));
  }

  private static boolean isCutShort(Path file) {
    String name = file.getFileName().toString();
    return name.equals("half.jpg") || name.equals("stump.jpg");
  }
}
