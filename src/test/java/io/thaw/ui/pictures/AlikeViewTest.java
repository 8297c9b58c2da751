package io.thaw.ui.pictures;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.PictureIndex;
import io.thaw.job.CheckResult;
import io.thaw.job.JsonFiles;
import io.thaw.job.NetworkComparison;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.common.Waiting;
import io.thaw.ui.images.DeepLookController;
import io.thaw.ui.images.ImagesController;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.images.ShortKeeper;
import io.thaw.ui.theme.Theme;
import io.thaw.worker.CommandRunner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
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

/** A user asking a network which pictures are alike, and keeping those on one side. */
@ExtendWith(ApplicationExtension.class)
class AlikeViewTest {
  private static final NetworkComparison ALIKE =
      new NetworkComparison(
          "frost-64",
          12,
          12,
          true,
          List.of(List.of("daisy/01.jpg", "daisy/02.jpg"), List.of("daisy/03.jpg", "rose/04.jpg")),
          1,
          1,
          0);

  @TempDir static Path folder;

  private final ExecutorService background = Executors.newCachedThreadPool();
  private final ImagesModel images = new ImagesModel();
  private final PicturesModel model = new PicturesModel();
  private final SimpleStringProperty network = new SimpleStringProperty("frost-64");
  private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
  private final List<List<String>> commands = new CopyOnWriteArrayList<>();

  /** Ends what stands in for the network. */
  private final CompletableFuture<CommandRunner.Result> answer = new CompletableFuture<>();

  private ImagesController scans;

  @BeforeAll
  static void makeFolder() throws IOException {
    for (String name : List.of("daisy", "rose")) {
      Files.createDirectories(folder.resolve(name));
      for (int i = 0; i < 6; i++) {
        Files.write(folder.resolve(name).resolve("%02d.jpg".formatted(i)), jpeg(i));
      }
    }
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
            network,
            new SimpleObjectProperty<>(new DeepLookController.Split(0.2, 0, 1)),
            busy,
            network(),
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
    await(() -> shown() == 12);
  }

  @AfterEach
  void stop() {
    background.shutdownNow();
  }

  /** Tells of 5 of 12 pictures, then waits to be told how it ends. */
  private CommandRunner network() {
    return new CommandRunner() {
      @Override
      public Result run(List<String> arguments) {
        throw new AssertionError("it is not asked for lines");
      }

      @Override
      public Result run(List<String> arguments, Consumer<String> line) {
        commands.add(arguments);
        line.accept(told(NetworkComparison.under("frost-64", 5, 12)));
        line.accept(told(ALIKE));
        try {
          return answer.get();
        } catch (InterruptedException | ExecutionException e) {
          return new Result(137, "", "");
        }
      }
    };
  }

  private static String told(NetworkComparison comparison) {
    try {
      return JsonFiles.mapper()
          .writeValueAsString(
              new CheckResult(
                  1,
                  folder.toString(),
                  List.of(),
                  false,
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  null,
                  12,
                  12,
                  comparison));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(FxRobot robot) throws TimeoutException {
    robot.clickOn("#compare-network");
    answer.complete(new CommandRunner.Result(0, "", ""));
    await(() -> shown() == 2 && model.alike().resultProperty().get() != null);
  }

  @Test
  void whatIsAlikeToTheNetworkIsLookedAtAndKeptOnOneSide(FxRobot robot) throws TimeoutException {
    robot.clickOn("#compare-network");
    await(() -> commands.size() == 1);
    assertThat(commands.get(0)).startsWith("check").containsSequence("--model", "frost-64");
    await(() -> text(robot, "#compare-progress").equals("12 of 12"));
    assertThat(disabled(robot, "#compare-network")).isTrue();
    answer.complete(new CommandRunner.Result(0, "", ""));
    await(() -> shown() == 2);
    await(() -> text(robot, "#alike-summary").startsWith("4 pictures in 2 groups are alike"));
    assertThat(text(robot, "#alike-summary")).contains("1 on both sides of the split");

    robot.clickOn(cell(robot, "daisy/01.jpg"));
    assertThat(text(robot, "#picture-words .label"))
        .isEqualTo(
            "daisy/01.jpg and daisy/02.jpg look alike to the network: perhaps one thing, more than"
                + " once.");
    robot.clickOn("daisy/02.jpg");
    assertThat(current()).isEqualTo("daisy/02.jpg");

    robot.clickOn("#keep-together");
    assertThat(edits().together()).containsExactly(List.of("daisy/01.jpg", "daisy/02.jpg"));
    await(() -> disabled(robot, "#keep-together"));
    await(() -> text(robot, "#alike-summary").endsWith("; 1 kept on one side by you."));
    assertThat(text(robot, "#alike-summary")).doesNotContain("on both sides");
    robot.clickOn("#picture-undo");
    assertThat(edits().none()).isTrue();
    robot.clickOn("#picture-redo");
    assertThat(edits().together()).hasSize(1);

    show(robot, "Alike to it, other class");
    await(() -> shown() == 2 && !disabled(robot, "#keep-together-shown"));
    robot.clickOn("#keep-together-shown");
    assertThat(edits().together()).hasSize(2);
    show(robot, "Kept on one side");
    await(() -> shown() == 4);
    robot.clickOn(cell(robot, "rose/04.jpg")).clickOn("#let-apart");
    assertThat(edits().together()).hasSize(1);
  }

  @Test
  void whatIsDecidedElsewhereEndsWhatIsAlike(FxRobot robot) throws TimeoutException {
    compare(robot);
    robot.clickOn(cell(robot, "daisy/01.jpg")).push(KeyCode.DELETE);
    await(() -> shown() == 0);
    show(robot, "Alike to it, other class");
    await(() -> shown() == 2);
    robot.interact(
        () -> images.editsProperty().set(edits().relabel(List.of("rose/04.jpg"), "daisy")));
    show(robot, "Alike to the network");
    await(() -> shown() == 2);
  }

  @Test
  void anotherNetworkOrFolderDropsWhatWasFound(FxRobot robot) throws TimeoutException {
    compare(robot);
    robot.interact(() -> network.set("other"));
    assertThat(model.alike().resultProperty().get()).isNull();
    await(() -> shown() == 12);
    compare(robot);
    robot.interact(() -> scans.open(folder));
    assertThat(model.alike().resultProperty().get()).isNull();
    await(() -> shown() == 12);
  }

  @Test
  void aComparisonMakesWayIsStoppedAndItsDeathIsTold(FxRobot robot) throws TimeoutException {
    robot.clickOn("#compare-network");
    await(() -> commands.size() == 1);
    robot.interact(() -> busy.set(true));
    assertThat(text(robot, "#compare-progress")).isEqualTo("Goes on when nothing else is at work");
    robot.interact(() -> busy.set(false));
    await(() -> commands.size() == 2);
    robot.clickOn("#compare-stop");
    assertThat(model.alike().workingProperty().get()).isFalse();
    assertThat(disabled(robot, "#compare-network")).isFalse();

    robot.clickOn("#compare-network");
    answer.complete(new CommandRunner.Result(137, "", ""));
    await(() -> robot.lookup("#compare-problem").query().isVisible());
    assertThat(text(robot, "#compare-problem"))
        .isEqualTo("The pictures could not be compared: the comparison was ended from outside.");
    assertThat(model.alike().resultProperty().get()).isNull();

    robot.interact(() -> model.alike().blockedProperty().set("Pick a model first (step 1)."));
    assertThat(disabled(robot, "#compare-network")).isTrue();
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
}
