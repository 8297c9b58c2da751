package io.thaw.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepLook;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.ImageFolder;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.RemarkKind;
import io.thaw.dataset.SplitPlan;
import io.thaw.dataset.TableColumns;
import io.thaw.job.CheckResult;
import io.thaw.job.DatasetFile;
import io.thaw.job.JsonFiles;
import io.thaw.worker.CommandRunner;
import io.thaw.worker.ThawCommands;
import io.thaw.worker.WorkerCommand;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepLookControllerTest {
  @TempDir private Path folder;
  private final ImagesModel model = new ImagesModel();
  private final ShortKeeper keeper = new ShortKeeper();
  private final SimpleObjectProperty<DeepLookController.Split> split =
      new SimpleObjectProperty<>(new DeepLookController.Split(0.3, 0, 2));
  private final SimpleBooleanProperty running = new SimpleBooleanProperty();
  private final List<Runnable> background = new ArrayList<>();
  private final List<List<String>> commands = new ArrayList<>();

  @BeforeEach
  void draw() throws IOException {
    for (String name : List.of("cups", "jugs")) {
      Path of = Files.createDirectories(folder.resolve(name));
      for (int i = 0; i < 4; i++) {
        ImageIO.write(scene(10 * name.hashCode() + i), "png", of.resolve(i + ".png").toFile());
      }
    }
    Files.copy(folder.resolve("cups/0.png"), folder.resolve("jugs/same.png"));
    byte[] bytes = Files.readAllBytes(folder.resolve("jugs/3.png"));
    Arrays.fill(bytes, 60, bytes.length - 20, (byte) 0);
    Files.write(folder.resolve("jugs/3.png"), bytes);
  }

  private static BufferedImage scene(int seed) {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      graphics.setColor(new Color(random.nextInt(0x1000000)));
      graphics.fillOval(random.nextInt(64) - 8, random.nextInt(64) - 8, 24, 24);
    }
    graphics.dispose();
    return image;
  }

  /** Says what a look finds, in two steps, without another process. */
  private final class Found implements CommandRunner {
    @Override
    public Result run(List<String> arguments) {
      throw new AssertionError("it is not asked for lines");
    }

    @Override
    public Result run(List<String> arguments, Consumer<String> line) {
      commands.add(arguments);
      DeepReport report = DeepLook.look(ImageFolder.scan(folder), PictureIndex.inMemory(folder));
      line.accept(json(CheckResult.of(report, null, 5, 9)));
      assertThat(model.lookedAtProperty().get()).isEqualTo(5);
      SplitPlan plan = SplitPlan.of(report.scan(), 0.3, 2);
      line.accept(json(CheckResult.of(report, null, 9, 9).with(plan)));
      return new Result(0, "", "");
    }
  }

  private static String json(CheckResult result) {
    try {
      return JsonFiles.mapper().writeValueAsString(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void controller(CommandRunner runner) {
    new DeepLookController(model, keeper, split, running, runner, background::add, Runnable::run);
  }

  private void open() {
    new ImagesController(model, keeper, PictureIndex::inMemory, Runnable::run, Runnable::run)
        .open(folder);
  }

  private void work() {
    List<Runnable> all = List.copyOf(background);
    background.clear();
    all.forEach(Runnable::run);
  }

  private void assertFound() {
    assertThat(model.deepProperty().get().remarks().get(0).kind())
        .isEqualTo(RemarkKind.LABEL_CONFLICT);
    assertThat(model.reportProperty().get().images()).hasSize(8);
    assertThat(model.reportProperty().get().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo(folder.resolve("jugs/3.png"));
              assertThat(problem.kind()).isEqualTo(ProblemKind.DAMAGED);
              assertThat(problem.className()).isEqualTo("jugs");
            });
  }

  @Test
  void whatTheCommandLineFindsIsShown() {
    controller(new ThawCommands(WorkerCommand.ofThisProgram(List.of("-Xmx200m"))));
    open();
    assertThat(model.usableProperty().get()).isTrue();
    assertThat(model.reportProperty().get().images()).hasSize(9);
    assertThat(model.lookingProperty().get()).isTrue();

    work();

    assertFound();
    assertThat(model.lookingProperty().get()).isFalse();
    assertThat(model.usableProperty().get()).isTrue();
    assertThat(model.sidesProperty().get().text("cups", 4)).isEqualTo("3 + 1");

    split.set(new DeepLookController.Split(0.3, 0.3, 2));
    work();
    assertThat(model.sidesProperty().get().text("cups", 4)).isEqualTo("2 + 1 + 1");
  }

  @Test
  void theColumnsThatWereChosenAreLookedAt() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("labels.csv"),
            """
            file,hand,size
            cups/1.png,left,big
            cups/2.png,left,small
            jugs/1.png,right,big
            jugs/2.png,right,small
            """);
    controller(new ThawCommands(WorkerCommand.ofThisProgram(List.of("-Xmx200m"))));
    DatasetFile.of(table, DatasetEdits.NONE, TableColumns.AUTOMATIC.withLabel("size"))
        .write(keeper.file(table));
    keeper.columns.put(table, TableColumns.AUTOMATIC.withLabel("size"));
    new ImagesController(model, keeper, PictureIndex::inMemory, Runnable::run, Runnable::run)
        .open(table);
    work();

    assertThat(model.lookProblemProperty().get()).isEmpty();
    assertThat(model.sidesProperty().get().classes()).containsOnlyKeys("big", "small");
  }

  @Test
  void decisionsAndAnotherSplitAreLookedAtAgain() {
    controller(new Found());
    open();
    work();
    assertThat(model.sidesProperty().get().text("cups", 4)).isEqualTo("3 + 1");
    model.editsProperty().set(DatasetEdits.NONE.exclude(List.of("cups/1.png")));
    assertThat(model.sidesProperty().get().text("cups", 3)).isEqualTo("3");
    work();
    split.set(new DeepLookController.Split(0.5, 0.25, 3));
    work();
    split.set(null);
    work();

    assertThat(commands)
        .containsExactly(
            command("0.3", "0.0", "2"),
            command("0.3", "0.0", "2", "--edits", keeper.file(folder).toString()),
            command("0.5", "0.25", "3", "--edits", keeper.file(folder).toString()));
    assertThat(model.reportProperty().get().images()).hasSize(7);
    model.editsProperty().set(DatasetEdits.NONE);
    assertThat(model.reportProperty().get().images()).hasSize(8);
  }

  private List<String> command(String share, String test, String seed, String... more) {
    List<String> words = new ArrayList<>(List.of("check", "--data", folder.toString(), "--events"));
    words.addAll(List.of("--validation", share, "--test", test, "--seed", seed));
    words.addAll(List.of(more));
    return words;
  }

  @Test
  void aRunGoesFirst() {
    controller(new Found());
    running.set(true);
    open();
    work();
    assertThat(commands).isEmpty();
    assertThat(model.lookingProperty().get()).isFalse();

    running.set(false);
    work();
    assertFound();

    running.set(true);
    running.set(false);
    work();
    assertThat(commands).hasSize(1);
  }

  @Test
  void decisionsThatCannotBeHandedOverAreToldInOneSentence() {
    controller(new Found());
    open();
    work();
    keeper.failure = "The disk is full.";
    model.editsProperty().set(DatasetEdits.NONE.exclude(List.of("cups/1.png")));
    work();

    assertThat(model.lookProblemProperty().get())
        .isEqualTo("Not every picture could be looked at (a run will do it): The disk is full.");
    assertThat(model.reportProperty().get().images()).hasSize(7);
  }

  @Test
  void aLookThatIsKilledIsToldAndNothingIsLost() {
    controller(command -> new CommandRunner.Result(137, "", ""));
    open();
    work();

    assertThat(model.lookProblemProperty().get()).contains("ended from outside");
    assertThat(model.lookingProperty().get()).isFalse();
    assertThat(model.usableProperty().get()).isTrue();
    split.set(new DeepLookController.Split(0.4, 0, 2));
    assertThat(model.lookProblemProperty().get()).isEmpty();
  }

  @Test
  void decisionsAfterWhichThereIsNoSplitAreTold() {
    DeepReport report = DeepLook.look(ImageFolder.scan(folder), PictureIndex.inMemory(folder));
    String line = json(CheckResult.of(report, "Nearly all are kept on one side.", 9, 9));
    controller(command -> new CommandRunner.Result(3, line, ""));
    open();
    work();

    assertThat(model.usableProperty().get()).isTrue();
    assertThat(model.lookProblemProperty().get()).isEqualTo("Nearly all are kept on one side.");
  }

  @Test
  void anotherFolderOrNoneEndsTheLook() {
    controller(new Found());
    open();
    model.started(folder.resolveSibling("other"));
    work();

    assertThat(commands).isEmpty();
    assertThat(model.lookingProperty().get()).isFalse();
    assertThat(model.deepProperty().get()).isNull();
  }
}
