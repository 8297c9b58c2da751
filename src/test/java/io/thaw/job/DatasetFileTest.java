package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.TableColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetFileTest {
  private static final DatasetEdits EDITS =
      DatasetEdits.NONE
          .exclude(List.of("rose/ü 1.jpg"))
          .include(List.of("rose/half.jpg"))
          .relabel(List.of("rose/7.jpg", "rose/ü 1.jpg"), "tulip");

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("deep").resolve(DatasetFile.NAME);
  }

  private DatasetFile read(String json) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), json.replace('\'', '"'));
    return DatasetFile.read(file());
  }

  @Test
  void columnsOfATableAreKeptWhereTheUserChoseSome() throws IOException {
    TableColumns columns = new TableColumns(null, "species", TableColumns.NONE);
    DatasetFile.of(folder, EDITS, columns).write(file());
    assertThat(DatasetFile.read(file()).tableColumns()).isEqualTo(columns);
    assertThat(DatasetFile.read(file()).edits()).isEqualTo(EDITS);

    DatasetFile.of(folder, EDITS, TableColumns.AUTOMATIC).write(file());
    assertThat(Files.readString(file())).doesNotContain("columns");
    assertThat(DatasetFile.read(file()).tableColumns()).isEqualTo(TableColumns.AUTOMATIC);
  }

  @Test
  void whatIsWrittenReadsBack() {
    DatasetFile.of(folder, EDITS).write(file());

    assertThat(DatasetFile.read(file()).edits()).isEqualTo(EDITS);
    assertThat(DatasetFile.read(file()).folder()).isEqualTo(folder.toString());
    assertThat(file().getParent().toFile().list()).containsExactly(DatasetFile.NAME);
  }

  @Test
  void allButTheVersionMayBeLeftOut() throws IOException {
    assertThat(read("{'version':1}").edits()).isEqualTo(DatasetEdits.NONE);
    assertThat(read("{'version':1,'excluded':['a']}").edits())
        .isEqualTo(DatasetEdits.NONE.exclude(List.of("a")));
  }

  @Test
  void groupsReadBack() {
    DatasetEdits grouped = EDITS.keepTogether(List.of(List.of("b", "a"), List.of("c", "d")));

    DatasetFile.of(folder, grouped).write(file());

    assertThat(DatasetFile.read(file()).edits()).isEqualTo(grouped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'version':3,'excluded':[]}             | has format version 3; this build reads up to 2.
          {'excluded':[]}                         | does not say its format version.
          {'version':1,'exclude':['a']}           | sets exclude, which does not exist.
          {'version':1,'excluded':'a'}            | : excluded has no usable value.
          {'version':1,'relabelled':['a']}        | : relabelled has no usable value.
          {'version':1,'excluded':[null]}         | names a file or a class that has no name.
          {'version':1,'relabelled':{'a':' '}}    | names a file or a class that has no name.
          {'version':2,'together':['a']}          | : together.0 has no usable value.
          {'version':2,'together':[['a',null]]}   | names a file or a class that has no name.
          {'version':1,'excl                      | is damaged or not a file of this kind.
          """)
  void whatCannotBeMeantIsToldInOneSentence(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BadJobException.class)
        .hasMessageStartingWith(file().toString())
        .hasMessageEndingWith(sentence);
    assertThat(file()).content().isEqualTo(json.replace('\'', '"'));
  }

  @Test
  void whereNothingCanBeWrittenTheOldFileStays() throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.createDirectories(file().resolve("in the way"));

    assertThatThrownBy(() -> DatasetFile.of(folder, EDITS).write(file()))
        .isInstanceOf(BadJobException.class)
        .hasMessageEndingWith("could not be written.");
    assertThat(file().resolve("in the way")).exists();
    assertThat(file().getParent().toFile().list()).containsExactly(DatasetFile.NAME);
  }
}
