package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void aReportReadsBackEvenOfARunThatDiverged() {
    Path file = folder.resolve("report.json");
    Report report =
        new Report(
            Report.VERSION,
            "m",
            "d",
            "all",
            null,
            true,
            0.25,
            Double.NaN,
            8,
            2,
            List.of("ü", "日本"),
            List.of(new EpochRecord(1, Double.POSITIVE_INFINITY, 0, Double.NaN, 0.5, 0.1, 1, 2)),
            new long[][] {{1, 2}, {3, 4}},
            10,
            90,
            0,
            List.of(new Report.ProblemRecord("x", "empty")),
            List.of(),
            new Report.Seconds(1, 2, 3, 6));
    report.write(file);
    assertThat(Report.read(file))
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(report);
  }

  @Test
  void everythingLiesBelowThawHome() {
    assertThat(ThawFolders.of(Map.of("THAW_HOME", folder.toString())))
        .isEqualTo(
            new ThawFolders(
                folder.resolve("settings"), folder.resolve("cache"), folder.resolve("runs")));
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
