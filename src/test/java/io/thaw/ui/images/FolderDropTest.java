package io.thaw.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDropTest {
  @TempDir Path folder;

  @Test
  void takesTheFirstFolderAmongFiles() throws IOException {
    File file = Files.createFile(folder.resolve("note.txt")).toFile();
    File inner = Files.createDirectory(folder.resolve("flowers")).toFile();

    assertThat(FolderDrop.folder(List.of(file, inner))).contains(inner.toPath());
  }

  @Test
  void takesATableOrAnArchiveWhereThereIsNoFolder() throws IOException {
    File note = Files.createFile(folder.resolve("note.txt")).toFile();
    File archive = Files.createFile(folder.resolve("Flowers.ZIP")).toFile();
    File table = Files.createFile(folder.resolve("labels.tsv")).toFile();

    assertThat(FolderDrop.folder(List.of(note, archive, folder.toFile()))).contains(folder);
    assertThat(FolderDrop.folder(List.of(note, archive))).contains(archive.toPath());
    assertThat(FolderDrop.folder(List.of(table))).contains(table.toPath());
    assertThat(FolderDrop.folder(List.of(new File(folder.toFile(), "gone.zip")))).isEmpty();
  }

  @Test
  void takesNothingFromTextOrFilesAlone() throws IOException {
    File file = Files.createFile(folder.resolve("note.txt")).toFile();
    Files.createFile(folder.resolve("picture.jpg"));

    assertThat(FolderDrop.folder(List.of())).isEmpty();
    assertThat(FolderDrop.folder(List.of(file))).isEmpty();
  }
}
