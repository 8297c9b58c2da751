package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  @TempDir Path folder;

  @Test
  void writesAndReplacesAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a/b/ü 日本.json");
    AtomicFiles.write(file, bytes("one, and long"));
    AtomicFiles.write(file, bytes("two"));
    assertThat(file).hasContent("two");
    assertThat(file.getParent()).isDirectoryContaining(it -> it.equals(file));
    try (var files = Files.list(file.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void theOldIsNeverWrittenInto() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createLink(folder.resolve("link"), file);
    AtomicFiles.write(file, bytes("new"));
    assertThat(file).hasContent("new");
    assertThat(link).as("the same file before").hasContent("old");
  }

  @Test
  void leavesTheOldWhenTheNewCannotBeWritten() throws IOException {
    // A folder with something in it cannot be replaced by a file, whoever runs this test.
    Path old = folder.resolve("taken");
    Files.createDirectories(old);
    Files.writeString(old.resolve("inside"), "old");
    assertThatThrownBy(() -> AtomicFiles.write(old, bytes("new"))).isInstanceOf(IOException.class);
    assertThat(old.resolve("inside")).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(old);
    }
  }

  @Test
  void leavesTheOldFileWhenTheValueCannotBeWritten() throws IOException {
    Path file = folder.resolve("job.json");
    JobSpec.of("m", "d").write(file);
    String before = Files.readString(file);
    assertThatThrownBy(() -> JsonFiles.write(file, new Object()))
        .isInstanceOf(BadJobException.class)
        .hasMessage(file + " could not be written.");
    assertThat(file).hasContent(before);
  }

  @Test
  void othersMayReadAFileAsFarAsTheUserLetsThem() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path plain = Files.writeString(folder.resolve("plain"), "x");
    Path atomic = folder.resolve("atomic");
    AtomicFiles.write(atomic, bytes("x"));
    assertThat(Files.getPosixFilePermissions(atomic))
        .contains(PosixFilePermission.OWNER_WRITE)
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void aReportReadsBackEvenOfARunThatDiverged() throws IOException {
    Path file = folder.resolve("report.json");
    Files.writeString(
        file,
        """
        {"version":1,"model":"m","data":"ü","freeze":"all","boundaryLayer":null,"cancelled":true,
         "valAccuracy":0.25,"valLoss":"NaN","trainImages":8,"valImages":2,"classes":["ü","日本"],
         "epochs":[{"epoch":1,"loss":"Infinity","accuracy":0.5,"valLoss":"NaN","valAccuracy":0.5,
           "learningRate":0.1,"seconds":1.5,"imagesPerSecond":2.5}],
         "confusion":[[1,2],[3,4]],"trainableParameters":10,"frozenValues":90,
         "frozenValuesChanged":0,"problems":[{"file":"x","reason":"empty"}],"notices":["n"],
         "seconds":{"scan":0.5,"decode":1.5,"prefix":2.5,"intake":3.0,"train":3.5,"total":6.5},
         "features":{"engine":"E 1","views":4,"fromCache":30,"computed":10,"notKept":2},
         "instructionSet":"AVX2","peakMemory":1300000000,"resumed":2,
         "layers":[
           {"name":"stem","state":"FROZEN","rate":0.0,"change":null,"parameters":12},
           {"name":"stage1","state":"TRAINABLE","rate":0.1,"change":0.25,"parameters":34},
           {"name":"head","state":"HEAD","rate":1.0,"change":"NaN","parameters":5}],
         "estimate":{"intakeSeconds":2.5,"firstEpochSeconds":4.0,"laterEpochSeconds":1.25,
           "totalSeconds":7.5,"memoryBytes":1200000000,"cacheBytes":3000},
         "leaks":{"copies":1,"lookAlikes":2,"together":3}}
        """);
    Report report = Report.read(file);
    assertThat(report.valLoss()).isNaN();
    assertThat(report.epochs().get(0).loss()).isEqualTo(Double.POSITIVE_INFINITY);
    JsonNode before = JsonFiles.mapper().readTree(file.toFile());
    report.write(file);
    assertThat(JsonFiles.mapper().readTree(file.toFile())).isEqualTo(before);
  }

  @Test
  void aReportOfABuildThatKnewNothingOfLayersHasNone() throws IOException {
    Path file = folder.resolve("report.json");
    Files.writeString(file, "{\"version\":1,\"model\":\"m\",\"valAccuracy\":0.5}");

    assertThat(Report.read(file).layers()).isEmpty();
    assertThat(Report.read(file).estimate()).isNull();
    assertThat(Report.read(file).valAccuracy()).isEqualTo(0.5);
  }

  @Test
  void everythingLiesBelowThawHome() {
    assertThat(ThawFolders.of(Map.of("THAW_HOME", folder.toString())))
        .isEqualTo(
            new ThawFolders(
                folder.resolve("settings"),
                folder.resolve("cache"),
                folder.resolve("runs"),
                folder.resolve("cache/pictures")));
  }

  @Test
  void whatIsKeptOfPicturesMayLieOnAnotherDisk() {
    Path disk = folder.resolve("disk");
    ThawFolders folders =
        ThawFolders.of(Map.of("THAW_HOME", folder.toString(), "THAW_CACHE", disk.toString()));
    assertThat(folders.pictures()).isEqualTo(disk);
    assertThat(folders.cache()).isEqualTo(folder.resolve("cache"));
  }

  @Test
  void aRelativeThawHomeStartsAtTheWorkingFolder() {
    assertThat(ThawFolders.of(Map.of("THAW_HOME", "x/../mine")).runs())
        .isEqualTo(Path.of("mine/runs").toAbsolutePath());
  }

  @Test
  void withoutThawHomeTheFoldersAreTheOperatingSystems() {
    ThawFolders folders = ThawFolders.of(Map.of());
    assertThat(ThawFolders.of(Map.of("THAW_HOME", " "))).isEqualTo(folders);
    assertThat(List.of(folders.settings(), folders.cache(), folders.runs()))
        .doesNotHaveDuplicates()
        .allSatisfy(path -> assertThat(path).isAbsolute())
        .allSatisfy(path -> assertThat(path.toString()).containsIgnoringCase("thaw"));
  }

  @Test
  void aThawHomeThatCannotBeIsSaid() {
    assertThatThrownBy(() -> ThawFolders.of(Map.of("THAW_HOME", "a\0b")))
        .isInstanceOf(BadJobException.class)
        .hasMessageStartingWith("THAW_HOME cannot be the name of a folder");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
