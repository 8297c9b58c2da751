package io.thaw.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.PictureIndex;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesControllerTest {
  @TempDir Path folder;
  private final List<Runnable> background = new ArrayList<>();
  private final ImagesModel model = new ImagesModel();
  private final ShortKeeper keeper = new ShortKeeper();
  private final ImagesController controller =
      new ImagesController(model, keeper, PictureIndex::inMemory, background::add, Runnable::run);

  @Test
  void saysWhatAFolderHolds() throws IOException {
    Pictures.classOf(folder, "daisy", 3, Color.WHITE);
    Pictures.classOf(folder, "rose", 2, Color.RED);

    controller.open(folder);
    assertThat(model.scanningProperty().get()).isTrue();
    assertThat(model.usableProperty().get()).isFalse();
    background.forEach(Runnable::run);

    assertThat(model.scanningProperty().get()).isFalse();
    assertThat(model.usableProperty().get()).isTrue();
    assertThat(model.classCountProperty().get()).isEqualTo(2);
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void saysWhyAFolderCannotBeUsedAndStillShowsWhatIsThere() throws IOException {
    Pictures.classOf(folder, "daisy", 3, Color.WHITE);

    controller.open(folder);
    background.forEach(Runnable::run);

    assertThat(model.usableProperty().get()).isFalse();
    assertThat(model.classCountProperty().get()).isZero();
    assertThat(model.problemProperty().get()).contains("Only one class", "daisy");
    assertThat(model.reportProperty().get().images()).hasSize(3);
  }

  @Test
  void saysThatAFolderIsMissing() {
    controller.open(folder.resolve("gone"));
    background.forEach(Runnable::run);

    assertThat(model.problemProperty().get()).contains("gone");
    assertThat(model.reportProperty().get()).isNull();
  }

  @Test
  void onlyTheFolderAskedForLastCounts() throws IOException {
    Path good = Files.createDirectory(folder.resolve("good"));
    Pictures.classOf(good, "daisy", 2, Color.WHITE);
    Pictures.classOf(good, "rose", 2, Color.RED);

    controller.open(folder.resolve("gone"));
    controller.open(good);
    background.get(1).run();
    background.get(0).run();

    assertThat(model.folderProperty().get()).isEqualTo(good);
    assertThat(model.usableProperty().get()).isTrue();
  }

  @Test
  void cancellingLeavesNoFolder() throws IOException {
    Pictures.classOf(folder, "daisy", 2, Color.WHITE);

    controller.open(folder);
    controller.cancel();
    background.forEach(Runnable::run);

    assertThat(model.folderProperty().get()).isNull();
    assertThat(model.reportProperty().get()).isNull();
    assertThat(model.scanningProperty().get()).isFalse();
  }

  @Test
  void anArchiveStaysOpenUntilSomethingElseIsFound() throws IOException {
    Path flowers = Files.createDirectory(folder.resolve("flowers"));
    Pictures.classOf(flowers, "daisy", 2, Color.WHITE);
    Pictures.classOf(flowers, "rose", 2, Color.RED);
    Path archive = folder.resolve("flowers.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive));
        Stream<Path> files = Files.walk(flowers)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(flowers.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }

    controller.open(archive);
    background.forEach(Runnable::run);
    background.clear();
    assertThat(model.usableProperty().get()).isTrue();
    assertThat(model.folderProperty().get()).isEqualTo(archive);
    Path picture = model.reportProperty().get().images().get(0).file();
    assertThat(Files.readAllBytes(picture)).isNotEmpty();

    controller.open(flowers);
    background.forEach(Runnable::run);
    assertThat(model.usableProperty().get()).isTrue();
    assertThat(picture.getFileSystem().isOpen()).isFalse();
  }

  @Test
  void aFailedFolderDoesNotKeepTheOneBefore() throws IOException {
    Pictures.classOf(folder, "daisy", 2, Color.WHITE);
    Pictures.classOf(folder, "rose", 2, Color.RED);
    controller.open(folder);
    background.forEach(Runnable::run);
    background.clear();

    controller.open(folder.resolve("gone"));
    background.forEach(Runnable::run);

    assertThat(model.usableProperty().get()).isFalse();
    assertThat(model.classCountProperty().get()).isZero();
  }

  @Test
  void whatIsDecidedIsKeptForTheFolderAndThereWhenItIsOpenedAgain() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path flowers = Files.createDirectory(folder.resolve("flowers"));
    for (Path each : List.of(other, flowers)) {
      Pictures.classOf(each, "daisy", 3, Color.WHITE);
      Pictures.classOf(each, "rose", 3, Color.RED);
    }
    DatasetEdits edits = DatasetEdits.NONE.exclude(List.of("rose/picture0.png"));
    open(flowers);
    assertThat(keeper.kept).isEmpty();
    model.editsProperty().set(edits);
    assertThat(keeper.kept).containsExactly(Map.entry(flowers, edits));

    open(other);
    assertThat(model.editsProperty().get().none()).isTrue();
    open(flowers);
    assertThat(model.editsProperty().get()).isEqualTo(edits);
    assertThat(model.reportProperty().get().images()).hasSize(5);
    assertThat(keeper.kept).containsExactly(Map.entry(flowers, edits));
  }

  @Test
  void decisionsThatCannotBeReadOrKeptAreTold() throws IOException {
    Pictures.classOf(folder, "daisy", 3, Color.WHITE);
    Pictures.classOf(folder, "rose", 3, Color.RED);
    keeper.failure = "The file is damaged.";
    open(folder);
    assertThat(model.editsProblemProperty().get()).isEqualTo("The file is damaged.");
    assertThat(model.usableProperty().get()).isTrue();

    keeper.failure = "The disk is full.";
    model.editsProperty().set(DatasetEdits.NONE.exclude(List.of("rose/picture0.png")));
    assertThat(model.editsProblemProperty().get()).isEqualTo("The disk is full.");
  }

  private void open(Path pictures) {
    background.clear();
    controller.open(pictures);
    background.forEach(Runnable::run);
  }
}
