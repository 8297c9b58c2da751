package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTableTest {
  @TempDir private Path folder;

  @BeforeEach
  void makePictures() {
    for (int i = 1; i <= 6; i++) {
      Pictures.png(folder.resolve("img/" + i + ".png"), i);
    }
  }

  private Path table(String name, String... lines) {
    return table(name, StandardCharsets.UTF_8, "\n", lines);
  }

  private Path table(String name, Charset charset, String end, String... lines) {
    return Pictures.bytes(folder.resolve(name), (String.join(end, lines) + end).getBytes(charset));
  }

  private static ScanReport scan(Path data, TableColumns columns) {
    return ImageFolder.scan(data, seen -> {}, () -> false, PictureIndex.inMemory(data), columns);
  }

  private static ScanReport scan(Path data) {
    return scan(data, TableColumns.AUTOMATIC);
  }

  /** Such as "img/1.png=cat". */
  private List<String> images(ScanReport report) {
    return report.images().stream()
        .map(
            it ->
                PicturePaths.relative(report.folder(), it.file())
                    + "="
                    + report.classes().get(it.label()))
        .toList();
  }

  private List<String> problems(List<ImageProblem> problems) {
    return problems.stream()
        .map(
            it ->
                PicturePaths.relative(folder, it.file())
                    + " "
                    + it.kind().jsonName()
                    + ": "
                    + it.reason())
        .toList();
  }

  @Test
  void namesAndClassesComeFromTheTableAndTheGuessIsTold() {
    Path table = table("labels.csv", "nr,species,image", "7,dog,img/2.png", "8,cat,img/1.png");

    ScanReport report = scan(table);

    assertThat(report.folder()).isEqualTo(folder);
    assertThat(report.classes()).containsExactly("cat", "dog");
    assertThat(images(report)).containsExactly("img/1.png=cat", "img/2.png=dog");
    assertThat(report.problems()).isEmpty();
    assertThat(report.givenSplit()).isFalse();
    assertThat(report.notices())
        .containsExactly(
            "labels.csv: the pictures are taken from column 'image' and their classes from column"
                + " 'species'.");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,',',crlf", "UTF-8,';',lf", "windows-1252,';',crlf", "UTF-16,tab,lf"})
  void separatorsQuotesEncodingsAndLineEndsAreToldByTheContent(
      String charset, String separator, String end) {
    String by = separator.equals("tab") ? "\t" : separator;
    String mark = charset.equals("UTF-8") ? "\uFEFF" : "";
    Path table =
        table(
            "labels.csv",
            Charset.forName(charset),
            end.equals("lf") ? "\n" : "\r\n",
            mark + "\"file\"" + by + "\"class; with, both\"",
            "\"img/1.png\"" + by + "  \"Äpfel, rot; \"\"süß\"\"\"",
            "",
            " img/2.png " + by + "Öl" + by + "too many cells",
            "img/3.png" + by + "Öl");

    ScanReport report = scan(table, new TableColumns(null, "CLASS; with, both", null));

    assertThat(images(report))
        .containsExactly("img/1.png=Äpfel, rot; \"süß\"", "img/2.png=Öl", "img/3.png=Öl");
  }

  @Test
  void everyRowThatCannotBeUsedIsAProblemOfItsOwn() {
    Pictures.bytes(folder.resolve("img/text.png"), "no picture".getBytes(StandardCharsets.UTF_8));
    Path table =
        table(
            "labels.csv",
            "path,label",
            "img/1.png,cat",
            "img/none.png,cat",
            "img/2.png,",
            ",dog",
            "https://example.org/3.png,dog",
            "img/4.png,cat",
            "./img/../img/4.png,dog",
            "img/5.png,dog",
            "img/5.png,dog",
            "img/text.png,dog");

    ScanReport report = scan(table);

    assertThat(images(report)).containsExactly("img/1.png=cat", "img/5.png=dog");
    assertThat(problems(report.problems()))
        .containsExactlyInAnyOrder(
            "img/none.png missing: there is no such file; line 3 of labels.csv names it",
            "img/2.png no-label: line 4 of labels.csv gives it no class",
            "labels.csv not-a-file: line 5 names no file",
            "labels.csv not-a-file: line 6 names the web address https://example.org/3.png; only"
                + " files are read",
            "img/4.png conflicting-rows: lines 7, 8 of labels.csv give it different classes",
            "img/text.png not-a-picture: not a picture but text");
    assertThat(problems(report.notes()))
        .containsExactly("img/5.png repeated-row: named 2 times by labels.csv, used once");
    assertThat(report.problems())
        .filteredOn(it -> it.kind() == ProblemKind.MISSING)
        .extracting(ImageProblem::className)
        .containsExactly("cat");
  }

  @Test
  void namesMayLackTheExtensionComeFromWindowsOrLeadElsewhere() {
    Path elsewhere = Pictures.png(folder.resolve("other/x.png"), 9);
    Path table =
        table(
            "tables/ids.tsv",
            "image_id\tlabel",
            "../img/1\ta",
            "..\\img\\2.png\tb",
            elsewhere.toAbsolutePath() + "\tb",
            "../../../../no/such\ta",
            "../img/3.png\ta");

    ScanReport report = scan(table);

    assertThat(images(report))
        .containsExactlyInAnyOrder(
            "../img/1.png=a", "../img/3.png=a", "../img/2.png=b", "../other/x.png=b");
    assertThat(report.problems())
        .extracting(ImageProblem::kind)
        .containsExactly(ProblemKind.MISSING);
  }

  @Test
  void aTableWithoutAHeaderLosesNoRow() {
    Path table =
        table("list.csv", "x,img/1.png,0", "y,img/2.png,1", "z,img/3.png,0", "u,img/4.png,1");

    ScanReport report = scan(table);

    assertThat(images(report))
        .containsExactly("img/1.png=0", "img/3.png=0", "img/2.png=1", "img/4.png=1");
    assertThat(report.notices())
        .containsExactly(
            "list.csv, which has no header: the pictures are taken from column number 2 and their"
                + " classes from column number 3.");
  }

  @Test
  void columnsThatTheUserChoosesWin() {
    Path table =
        table("t.csv", "file,label,other,2", "img/1.png,a,x,img/3.png", "img/2.png,b,y,img/4.png");

    assertThat(images(scan(table, new TableColumns("4", "OTHER", null))))
        .containsExactly("img/3.png=x", "img/4.png=y");
    // A name goes before a number.
    assertThat(images(scan(table, new TableColumns("2", "3", null))))
        .containsExactly("img/3.png=x", "img/4.png=y");
    assertThat(scan(table, new TableColumns("file", "3", null)).notices()).isEmpty();
    assertThatThrownBy(() -> scan(table, new TableColumns("file", "colour", null)))
        .isInstanceOf(BadDatasetException.class)
        .hasMessage(
            "The table %s has no column 'colour'; its first row is: file, label, other, 2."
                .formatted(table));
    assertThatThrownBy(() -> scan(table, new TableColumns("file", "5", null)))
        .isInstanceOf(BadDatasetException.class);
  }

  @Test
  void aSplitColumnGivesTheSides() {
    Path table =
        table(
            "t.csv",
            "file,label,Subset",
            "img/1.png,a,train",
            "img/2.png,b,Training",
            "img/3.png,a,VAL",
            "img/4.png,b,valid",
            "img/5.png,b,",
            "img/6.png,b,train",
            "img/6.png,b,val");

    ScanReport report = scan(table).requireUsable();

    assertThat(report.givenSplit()).isTrue();
    assertThat(report.countsPerClass(Side.TRAIN)).containsExactly(1, 1);
    assertThat(report.countsPerClass(Side.VALIDATION)).containsExactly(1, 1);
    assertThat(problems(report.problems()))
        .containsExactly(
            "img/5.png no-side: line 6 of t.csv puts it on no side of the split",
            "img/6.png conflicting-rows: lines 7, 8 of t.csv give it different sides of the split");
    assertThat(report.notices())
        .singleElement()
        .asString()
        .contains("the split from column 'Subset'");
  }

  @Test
  void aGivenSplitIsNotOverlookedBecauseOfItsName() {
    Path table =
        table(
            "t.csv",
            "file,kind,part,letter",
            "img/1.png,a,train,t",
            "img/2.png,b,train,v",
            "img/3.png,a,val,t",
            "img/4.png,b,val,v",
            "img/5.png,a,train,t",
            "img/6.png,b,train,t");

    assertThat(scan(table).givenSplit()).isTrue();
    assertThat(scan(table).countsPerClass(Side.VALIDATION)).containsExactly(1, 1);
  }

  @Test
  void aThirdSideIsForTheTestUnlessThereIsNoSecond() {
    String[] rows = {
      "file,label,split", "img/1.png,a,train", "img/2.png,b,train", "img/3.png,a,test"
    };
    ScanReport two = scan(table("two.csv", rows));
    assertThat(two.countsPerClass(Side.VALIDATION)).containsExactly(1, 0);

    String[] more = java.util.Arrays.copyOf(rows, 5);
    more[4] = "img/4.png,b,dev";
    ScanReport three = scan(table("three.csv", more));
    assertThat(three.countsPerClass(Side.VALIDATION)).containsExactly(0, 1);
    assertThat(three.countsPerClass(Side.TEST)).containsExactly(1, 0);
  }

  @Test
  void aFoldOfNumbersIsNoSplitAndOneNamedSoIsRefused() {
    Path table = table("t.csv", "file,label,fold", "img/1.png,a,0", "img/2.png,b,1");

    assertThat(scan(table).givenSplit()).isFalse();
    assertThatThrownBy(() -> scan(table, new TableColumns(null, null, "fold")))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageContaining("Column 'fold'")
        .hasMessageContaining("says of no picture whether it is for train, val or test.");
  }

  @Test
  void withoutPicturesToCheckWithNoSideIsGiven() {
    Path table = table("t.csv", "file,label,split", "img/1.png,a,train", "img/2.png,b,train");

    ScanReport report = scan(table);

    assertThat(report.givenSplit()).isFalse();
    assertThat(report.images()).extracting(LabeledImage::side).containsOnly(Side.UNASSIGNED);
    assertThat(report.notices()).anyMatch(it -> it.endsWith("so it is not used."));
  }

  @Test
  void aClassWithoutFilesIsLeftOutLoudly() {
    Path table = table("t.csv", "file,label", "img/1.png,a", "img/2.png,b", "img/none.png,c");

    assertThat(scan(table).classes()).containsExactly("a", "b");
    assertThat(scan(table).notices())
        .contains("t.csv: none of the files of 'c' can be used, so this class is left out.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "file,label\nimg/1.png,\"cat\nimg/2.png,dog\n"})
  void aTableThatCannotBeReadIsOneSentence(String content) {
    Path table = Pictures.bytes(folder.resolve("t.csv"), content.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> scan(table))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageStartingWith("The table " + table)
        .hasMessageEndingWith(".");
  }

  @Test
  void filesThatAreAllMissingAreOneSentence() {
    Path table = table("t.csv", "file,label", "a.png,x", "b.png,y");

    assertThatThrownBy(() -> scan(table))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageStartingWith("None of the files that the table " + table + " names in column")
        .hasMessageEndingWith(folder.resolve("a.png") + ".");
  }

  @Test
  void aTableBesidePicturesIsFoundInTheirFolder() throws IOException {
    table("img/labels.csv", "file,label", "1.png,a", "2.png,b");
    assertThat(images(scan(folder.resolve("img")))).containsExactly("1.png=a", "2.png=b");

    // And above them, as long as folders give no classes.
    Files.move(folder.resolve("img/labels.csv"), folder.resolve("old.txt"));
    table("labels.csv", "file,label", "img/1.png,a", "img/2.png,b");
    assertThat(images(scan(folder))).containsExactly("img/1.png=a", "img/2.png=b");
  }

  @Test
  void foldersOfClassesGoBeforeATableBesideThem() {
    Pictures.fill(folder.resolve("more"), 2);
    table("labels.csv", "file,label", "img/1.png,a", "img/2.png,b");

    assertThat(scan(folder).classes()).containsExactly("img", "more");
    assertThat(scan(folder, new TableColumns("file", null, null)).classes())
        .containsExactly("a", "b");
  }

  @Test
  void aTableAboutSomethingElseIsToldOfAndNotUsed() {
    table("log.csv", "when,what", "monday,rain");

    ScanReport report = scan(folder);

    assertThat(report.classes()).containsExactly("img");
    assertThat(report.notices()).singleElement().asString().contains("log.csv");
  }

  @Test
  void theIndexOfATableIsItsOwn() throws IOException {
    Path cache = folder.resolve("cache");
    Path one = table("one.csv", "file,label", "img/1.png,a", "img/2.png,b");
    Path two = table("two.csv", "file,label", "img/3.png,a", "img/4.png,b");
    for (int i = 1; i <= 6; i++) {
      Pictures.longAgo(folder.resolve("img/" + i + ".png"));
    }
    for (Path table : List.of(one, two)) {
      ImageFolder.scan(table, seen -> {}, () -> false, PictureIndex.open(cache, table));
    }

    // Damaged without another time or size: only who remembers takes it for a picture.
    Path picture = folder.resolve("img/1.png");
    Pictures.spoil(picture);

    ScanReport again =
        ImageFolder.scan(one, seen -> {}, () -> false, PictureIndex.open(cache, one));
    assertThat(again.problems()).isEmpty();
    assertThat(scan(one).problems()).hasSize(1);
  }
}
