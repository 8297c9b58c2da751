package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFactsTest {
  @TempDir private Path above;
  private Path folder;

  @BeforeEach
  void makePictures() {
    folder = above.resolve("data");
    for (int i = 1; i <= 4; i++) {
      Pictures.png(folder.resolve("img/" + i + ".png"), i);
    }
  }

  private Path table(String name, String... lines) {
    return Pictures.bytes(
        folder.resolve(name), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static TableFacts facts(Path data, TableColumns columns) {
    try (PictureSource source = PictureSource.open(data, columns)) {
      return source.tables();
    }
  }

  private static TableFacts facts(Path data) {
    return facts(data, TableColumns.AUTOMATIC);
  }

  private static ScanReport scan(Path data, TableColumns columns) {
    try (PictureSource source = PictureSource.open(data, columns)) {
      return source.scan(seen -> {}, () -> false, PictureIndex.inMemory(source.data()));
    }
  }

  private static List<String> titles(TableFacts facts) {
    return facts.columns().stream().map(TableFacts.Column::title).toList();
  }

  private Path twoTables() {
    table("coarse.csv", "file,kind", "img/1.png,pet", "img/2.png,pet", "img/3.png,wild");
    table("fine.csv", "file,kind", "img/1.png,cat", "img/2.png,dog", "img/3.png,cat");
    return folder;
  }

  @Test
  void theTableOfAFolderIsToldWithWhatWasRecognised() {
    Path table = table("t.csv", "nr,kind,side,file", "1,a,train,img/1.png", "2,b,val,img/2.png");

    TableFacts facts = facts(folder);

    assertThat(facts.tables()).containsExactly(table);
    assertThat(facts.used()).isEqualTo(table);
    assertThat(titles(facts)).containsExactly("nr", "kind", "side", "file");
    assertThat(List.of(facts.path(), facts.label(), facts.split())).containsExactly(3, 1, 2);
    assertThat(facts(folder, new TableColumns(null, "nr", "side")))
        .extracting(TableFacts::label, TableFacts::split)
        .containsExactly(0, 2);
  }

  @Test
  void aTableThatIsNotUsedIsOffered() {
    Pictures.fill(folder.resolve("more"), 2);
    Path table = table("t.csv", "file,label", "img/1.png,a", "img/2.png,b");
    assertThat(facts(folder).used()).isNull();
    assertThat(facts(folder).tables()).containsExactly(table);
    assertThat(facts(folder.resolve("more"))).isEqualTo(TableFacts.NONE);
    assertThat(facts(folder.resolve("gone"))).isEqualTo(TableFacts.NONE);
  }

  @Test
  void aTableAboutSomethingElseIsNotSaidToBeUsed() {
    table("log.csv", "when,what", "monday,rain");

    assertThat(facts(folder).used()).isNull();
  }

  @Test
  void whicheverOfSeveralTablesIsMeantHasToBeChosen() {
    twoTables();

    TableFacts facts = facts(folder);

    assertThat(facts.used()).isNull();
    assertThat(facts.tables())
        .containsExactly(folder.resolve("coarse.csv"), folder.resolve("fine.csv"));
    assertThatThrownBy(() -> scan(folder, TableColumns.AUTOMATIC))
        .isInstanceOf(BadDatasetException.class)
        .hasMessage(
            "There are 2 tables in %s: choose coarse.csv or fine.csv, whichever says what the pictures show."
                .formatted(folder));
    assertThat(scan(facts.tables().get(0), TableColumns.AUTOMATIC).classes())
        .containsExactly("pet", "wild");
    assertThat(facts(facts.tables().get(1)))
        .extracting(TableFacts::tables, TableFacts::used)
        .containsExactly(facts.tables(), facts.tables().get(1));
    assertThatThrownBy(() -> scan(above, new TableColumns(null, "kind", null)))
        .as("the folder around")
        .hasMessageContaining("There are 2 tables in " + folder);
  }

  @Test
  void severalTablesThatNameNoPicturesDoNotStandInTheWay() {
    table("log.csv", "when,what", "monday,rain");
    table("more.csv", "when,what", "monday,rain");

    assertThat(scan(folder, TableColumns.AUTOMATIC).classes()).containsExactly("img");
  }

  @Test
  void aTableInAnArchiveHasTheArchivesNameBeforeItsOwn() {
    Path archive = Zips.pack(twoTables(), above.resolve("p.zip"));

    TableFacts facts = facts(archive);

    assertThat(facts.tables())
        .containsExactly(archive.resolve("coarse.csv"), archive.resolve("fine.csv"));
    Path chosen = facts.tables().get(1);
    assertThat(PictureSource.isThere(chosen)).isTrue();
    assertThat(PictureSource.isThere(folder.resolve("gone.zip/fine.csv"))).isFalse();
    assertThat(scan(chosen, TableColumns.AUTOMATIC).classes()).containsExactly("cat", "dog");
    assertThat(facts(chosen).used()).isEqualTo(chosen);
    assertThatThrownBy(() -> scan(archive.resolve("none.csv"), TableColumns.AUTOMATIC))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageContaining(archive + "/none.csv");
  }

  @Test
  void columnsWithoutAHeaderOrANameAreNumbers() {
    Path bare = table("bare.csv", "2,img/1.png,1", "1,img/2.png,1", "1,img/3.png,2");
    assertThat(titles(facts(bare))).containsExactly("1: 2", "2: img/1.png", "3: 1");
    assertThat(scan(bare, new TableColumns("2", "1", null)).classes())
        .as("the number 1 is the first column, though the third begins with a 1")
        .containsExactly("1", "2");

    Path twice = table("twice.csv", "file,kind,,KIND", "img/1.png,a,x,c", "img/2.png,b,y,d");
    assertThat(facts(twice).columns())
        .extracting(TableFacts.Column::key)
        .containsExactly("file", "kind", "3", "4");
    assertThat(scan(twice, new TableColumns(null, "4", null)).classes()).containsExactly("c", "d");
  }

  @Test
  void whatIsWrongWithAColumnLeavesTheOthersToChooseAmong() {
    Path table = table("t.csv", "file,kind,empty", "img/1.png,a,", "img/2.png,b,");

    TableColumns gone = new TableColumns("file", "species", null);
    assertThat(facts(table, gone))
        .extracting(TableFacts::path, TableFacts::label)
        .containsExactly(0, -1);
    assertThatThrownBy(() -> scan(table, gone)).hasMessageContaining("has no column 'species'");
    assertThatThrownBy(() -> scan(table, new TableColumns(null, "empty", null)))
        .isInstanceOf(BadDatasetException.class)
        .hasMessage(
            "Column 'empty' of the table %s is empty, so it gives no picture a class."
                .formatted(table));
    TableColumns wrong = new TableColumns("none such", "kind", null);
    assertThat(facts(table, wrong))
        .extracting(TableFacts::path, TableFacts::label)
        .containsExactly(-1, 1);
  }

  @Test
  void sidesCanBeLeftAlone() {
    Path table =
        table(
            "t.csv",
            "file,kind,split",
            "img/1.png,a,train",
            "img/2.png,b,train",
            "img/3.png,a,val");

    assertThat(scan(table, TableColumns.AUTOMATIC).givenSplit()).isTrue();
    TableColumns none = new TableColumns(null, null, TableColumns.NONE);
    assertThat(scan(table, none).givenSplit()).isFalse();
    assertThat(facts(table, none).split()).isEqualTo(-1);
  }

  @Test
  void aTableThatIsNoTextIsOneSentence() {
    byte[] bytes = {'P', 'K', 3, 4, 0, 0, 0, 0, ',', '\n', 0, 1, 2};
    Path table = Pictures.bytes(folder.resolve("t.csv"), bytes);

    assertThat(facts(table))
        .extracting(TableFacts::used, TableFacts::columns)
        .containsExactly(table, List.of());
    assertThatThrownBy(() -> scan(table, TableColumns.AUTOMATIC))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageMatching("The table .*t\\.csv is not text, .*: save it as CSV\\.");
  }
}
