package io.thaw.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.TableColumns;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which table and which of its columns pictures are taken from. */
class TableChoiceTest {
  private static final TableColumns BY_COLOUR = TableColumns.AUTOMATIC.withLabel("colour");

  @TempDir Path folder;
  private final List<Runnable> background = new ArrayList<>();
  private final ImagesModel model = new ImagesModel();
  private final ShortKeeper keeper = new ShortKeeper();
  private final ImagesController controller =
      new ImagesController(model, keeper, PictureIndex::inMemory, background::add, Runnable::run);

  @BeforeEach
  void draw() throws IOException {
    Pictures.classOf(folder, "img", 4, Color.WHITE);
    table("labels.csv", "rose", "daisy");
  }

  private Path table(String name, String first, String second) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        file,species,colour,empty
        img/picture0.png,%1$s,red,
        img/picture1.png,%1$s,white,
        img/picture2.png,%2$s,red,
        img/picture3.png,%2$s,white,
        """
            .formatted(first, second));
  }

  private void work() {
    List<Runnable> all = List.copyOf(background);
    background.clear();
    all.forEach(Runnable::run);
  }

  private List<String> classes() {
    return model.reportProperty().get().classes();
  }

  @Test
  void anotherColumnIsTakenAndKept() {
    controller.open(folder);
    work();
    assertThat(classes()).containsExactly("daisy", "rose");
    assertThat(model.tablesProperty().get().label()).isEqualTo(1);

    controller.choose(BY_COLOUR);
    assertThat(model.scanningProperty().get()).isTrue();
    assertThat(model.tablesProperty().get().used()).as("stays on show").isNotNull();
    work();

    assertThat(classes()).containsExactly("red", "white");
    assertThat(model.tablesProperty().get().label()).isEqualTo(2);
    assertThat(keeper.columns).containsEntry(folder, BY_COLOUR);
    ImagesModel next = new ImagesModel();
    new ImagesController(next, keeper, PictureIndex::inMemory, Runnable::run, Runnable::run)
        .open(folder);
    assertThat(next.columnsProperty().get()).isEqualTo(BY_COLOUR);
    assertThat(next.reportProperty().get().classes()).containsExactly("red", "white");
  }

  @Test
  void aColumnThatCannotBeUsedIsToldAndNothingIsLost() {
    controller.open(folder);
    work();
    DatasetEdits edits = DatasetEdits.NONE.exclude(List.of("img/picture0.png"));
    model.editsProperty().set(edits);

    controller.choose(TableColumns.AUTOMATIC.withLabel("empty"));
    work();
    assertThat(model.problemProperty().get()).startsWith("Column 'empty' of the table");
    assertThat(model.usableProperty().get()).isFalse();
    assertThat(model.tablesProperty().get().columns()).hasSize(4);
    assertThat(keeper.kept).containsEntry(folder, edits);

    controller.choose(BY_COLOUR);
    work();
    assertThat(model.problemProperty().get()).contains("one picture");
    assertThat(model.editsProperty().get()).isEqualTo(edits);
    model.editsProperty().set(DatasetEdits.NONE);
    assertThat(classes()).containsExactly("red", "white");
    assertThat(model.usableProperty().get()).isTrue();
    assertThat(keeper.columns).as("not lost to the edit").containsEntry(folder, BY_COLOUR);
  }

  @Test
  void theLastOfSeveralChoicesCountsAndIsKeptWhateverIsSlower() {
    controller.open(folder);
    work();

    controller.choose(TableColumns.AUTOMATIC.withLabel("empty"));
    controller.choose(model.columnsProperty().get().withPath("1").withLabel("colour"));
    background.get(1).run();
    background.get(0).run();

    assertThat(classes()).containsExactly("red", "white");
    assertThat(keeper.columns).containsEntry(folder, BY_COLOUR.withPath("1"));
  }

  @Test
  void oneOfSeveralTablesIsChosenAndHasItsOwnDecisions() throws IOException {
    Path other = table("other.csv", "tree", "shrub");
    controller.open(folder);
    work();
    assertThat(model.problemProperty().get())
        .contains("2 tables", "choose labels.csv or other.csv");
    assertThat(model.tablesProperty().get().used()).isNull();

    controller.use(other);
    assertThat(model.tablesProperty().get().tables()).hasSize(2);
    work();
    assertThat(model.folderProperty().get()).isEqualTo(other);
    assertThat(classes()).containsExactly("shrub", "tree");
    controller.choose(BY_COLOUR);
    work();
    controller.use(folder.resolve("labels.csv"));
    work();

    assertThat(classes()).containsExactly("daisy", "rose");
    assertThat(keeper.columns).containsOnlyKeys(other);
  }

  @Test
  void aFolderWithoutTablesForgetsThem() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Pictures.classOf(plain, "daisy", 2, Color.WHITE);
    Pictures.classOf(plain, "rose", 2, Color.RED);
    keeper.columns.put(folder, BY_COLOUR);
    controller.open(folder);
    work();
    assertThat(model.columnsProperty().get()).isEqualTo(BY_COLOUR);

    controller.open(plain);
    assertThat(model.tablesProperty().get().tables()).isEmpty();
    work();

    assertThat(model.columnsProperty().get()).isEqualTo(TableColumns.AUTOMATIC);
    assertThat(model.usableProperty().get()).isTrue();
  }

  @Test
  void aTableThatIsGoneOrNoTextIsOneSentence() throws IOException {
    controller.open(folder.resolve("gone.csv"));
    work();
    assertThat(model.problemProperty().get()).contains("gone.csv");

    Files.write(folder.resolve("labels.csv"), new byte[] {'P', 'K', 0, 1, 2});
    controller.open(folder.resolve("labels.csv"));
    work();
    assertThat(model.problemProperty().get()).contains("is not text");
  }
}
