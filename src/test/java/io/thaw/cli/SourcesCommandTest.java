package io.thaw.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.TableColumns;
import io.thaw.job.CancelToken;
import io.thaw.job.CheckResult;
import io.thaw.job.DatasetFile;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.ThawFolders;
import io.thaw.run.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on pictures from a table and from an archive. */
class SourcesCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int thaw(String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            folder,
            ThawFolders.of(Map.of("THAW_HOME", folder.resolve("home").toString())),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            false);
    return new Cli(surroundings, new CancelToken()).run(arguments);
  }

  /** Three classes with six pictures each in one folder, and a table of them above it. */
  private Path tabled() throws IOException {
    Path classes = Fixtures.pictures(folder.resolve("classes"), 6);
    Path tabled = folder.resolve("tabled");
    Files.createDirectories(tabled.resolve("img"));
    StringBuilder table = new StringBuilder("nr;bild;art\r\n");
    try (Stream<Path> files = Files.walk(classes)) {
      int number = 0;
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Files.copy(file, tabled.resolve("img/" + ++number + ".png"));
        table.append(number + ";img/" + number + ".png;" + file.getParent().getFileName() + "\r\n");
      }
    }
    table.append("99;img/99.png;disc\r\n");
    Files.writeString(tabled.resolve("labels.csv"), table);
    return tabled;
  }

  private static void zip(Path from, Path archive) throws IOException {
    try (Stream<Path> files = Files.walk(from);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(from.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  @Test
  void checkReadsATable() throws IOException {
    Path table = tabled().resolve("labels.csv");

    assertThat(thaw("check", "--data=" + table)).as(err.toString(UTF_8)).isZero();

    assertThat(out.toString(UTF_8))
        .contains("the pictures are taken from column 'bild' and their classes from column 'art'.")
        .containsPattern("disc +5 +1")
        .contains("  img/99.png: there is no such file; line 20 of labels.csv names it");
    assertThat(thaw("check", "--data=" + table, "--label-column=farbe")).isEqualTo(3);
    assertThat(err.toString(UTF_8))
        .contains("has no column 'farbe'; its first row is: nr, bild, art.");
  }

  @Test
  void columnsComeFromTheDecisionsUnlessOptionsSayOtherwise() throws IOException {
    Path data = tabled();
    Path decided = folder.resolve("thaw-dataset.json");
    TableColumns columns = TableColumns.AUTOMATIC.withLabel("farbe");
    DatasetFile.of(data, DatasetEdits.NONE, columns).write(decided);

    assertThat(thaw("check", "--data=" + data, "--edits=" + decided)).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("has no column 'farbe'");
    assertThat(thaw("check", "--data=" + data, "--edits=" + decided, "--label-column=art"))
        .isZero();

    err.reset();
    String model = Fixtures.model(folder.resolve("tiny")).toString();
    String[] train = {"train", "--model=" + model, "--data=" + data, "--edits=" + decided};
    assertThat(thaw(train)).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("has no column 'farbe'");
    err.reset();
    train[0] = "probe";
    assertThat(thaw(train)).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("has no column 'farbe'");
  }

  @Test
  void oneOfSeveralTablesInAnArchiveIsNamedBehindIt() throws IOException {
    Path data = tabled();
    Files.copy(data.resolve("labels.csv"), data.resolve("more.csv"));
    Path archive = folder.resolve("pictures.zip");
    zip(data, archive);

    assertThat(thaw("check", "--data=" + archive)).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("choose labels.csv or more.csv");
    assertThat(thaw("check", "--json", "--data=" + archive.resolve("more.csv"))).isZero();
    CheckResult result = CheckResult.parse(out.toString(UTF_8));
    assertThat(result.checked()).isEqualTo(18);
    assertThat(result.folder()).isEqualTo(archive.toString());
  }

  @Test
  void checkNamesFilesInAnArchive() throws IOException {
    Path archive = folder.resolve("pictures.zip");
    zip(tabled(), archive);

    assertThat(thaw("check", "--json", "--data=" + archive)).as(err.toString(UTF_8)).isZero();

    CheckResult result = CheckResult.parse(out.toString(UTF_8));
    assertThat(result.folder()).isEqualTo(archive.toString());
    assertThat(result.checked()).isEqualTo(18);
    assertThat(result.notices()).hasSize(1);
    assertThat(result.problems())
        .extracting(CheckResult.FileRecord::file)
        .containsExactly(archive + "/img/99.png");
  }

  @Test
  void trainLearnsFromATableInAnArchive() throws IOException {
    Path archive = folder.resolve("pictures.zip");
    zip(tabled(), archive);
    Path run = folder.resolve("run");
    String model = Fixtures.model(folder.resolve("tiny")).toString();
    List<String> train =
        List.of("train", "--model=" + model, "--data=" + archive, "--epochs=1", "--batch=8");

    int code =
        thaw(
            Stream.concat(train.stream(), Stream.of("--path-column=bild", "--out=" + run))
                .toArray(String[]::new));

    assertThat(code).as(err.toString(UTF_8)).isZero();
    Report report = Report.read(run.resolve("report.json"));
    assertThat(report.classes()).containsExactly("disc", "square", "stripes");
    assertThat(report.trainImages() + report.valImages()).isEqualTo(18);
    assertThat(report.problems())
        .extracting(Report.ProblemRecord::file)
        .containsExactly(archive + "/img/99.png");
    assertThat(report.notices()).anyMatch(it -> it.contains("from column 'art'"));
    assertThat(JobSpec.read(run.resolve("job.json")).columns().path()).isEqualTo("bild");
  }
}
