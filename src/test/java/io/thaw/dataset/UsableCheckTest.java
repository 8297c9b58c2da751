package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clear sentence for each way in which a folder can be unusable. */
class UsableCheckTest {
  @TempDir private Path folder;

  @Test
  void missingFolder() {
    complains(
        folder.resolve("nowhere"), "The folder " + folder.resolve("nowhere") + " does not exist.");
  }

  @Test
  void aFileIsNoFolder() {
    Path file = Pictures.png(folder.resolve("x.png"), 1);
    complains(file, file + " is not a folder, nor a table (.csv, .tsv) or an archive (.zip).");
  }

  @Test
  void emptyFolder() {
    complains(
        folder,
        "There are no pictures in "
            + folder
            + ": put the pictures of each class into a folder of their own, named after the class.");
  }

  @Test
  void picturesWithoutClassFolders() {
    Pictures.fill(folder, 3);
    complains(
        folder,
        "The pictures lie directly in "
            + folder
            + ": put the pictures of each class into a folder of their own, named after the class.");
  }

  @Test
  void sidesWithoutClassFolders() {
    Pictures.fill(folder.resolve("train"), 3);
    Pictures.fill(folder.resolve("val"), 3);
    complains(
        folder,
        "The pictures lie directly in "
            + folder
            + ": put the pictures of each class into a folder of their own, named after the class.");
  }

  @Test
  void oneClass() {
    Pictures.fill(folder.resolve("roses"), 3);
    complains(
        folder,
        "Only one class, 'roses', was found in "
            + folder
            + "; at least two are needed to tell apart.");
  }

  @Test
  void aClassWithoutReadablePictures() throws IOException {
    Pictures.fill(folder.resolve("roses"), 3);
    Pictures.bytes(folder.resolve("tulips/broken.jpg"), new byte[] {1, 2, 3});
    complains(folder, "Class 'tulips' has no readable picture in " + folder + ".");
    Files.createDirectories(folder.resolve("asters"));
    complains(folder, "Classes 'asters', 'tulips' have no readable picture in " + folder + ".");
  }

  @Test
  void aClassWithOnePicture() {
    Pictures.fill(folder.resolve("roses"), 1);
    Pictures.fill(folder.resolve("tulips"), 2);
    complains(
        folder,
        "Class 'roses' has one picture; each class needs at least two, one to learn from and one to"
            + " check with.");
  }

  @Test
  void aClassThatIsOnlyInTheValidationFolder() {
    Pictures.fill(folder.resolve("train/roses"), 1);
    Pictures.fill(folder.resolve("train/tulips"), 1);
    Pictures.fill(folder.resolve("val/roses"), 1);
    Pictures.fill(folder.resolve("val/asters"), 1);
    complains(
        folder,
        "Class 'asters' has pictures to check with but none to learn from: add some to the train"
            + " folder.");
  }

  @Test
  void nothingToCheckWith() throws IOException {
    Pictures.fill(folder.resolve("train/roses"), 1);
    Pictures.fill(folder.resolve("train/tulips"), 1);
    Files.createDirectories(folder.resolve("val/roses"));
    complains(folder, "The validation folder in " + folder + " has no readable picture.");
  }

  private static void complains(Path folder, String sentence) {
    assertThatThrownBy(() -> ImageFolder.scan(folder).requireUsable())
        .isInstanceOf(BadDatasetException.class)
        .hasMessage(sentence);
  }
}
