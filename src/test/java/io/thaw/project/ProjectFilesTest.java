package io.thaw.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.job.BadJobException;
import io.thaw.job.JobSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {
  @TempDir Path folder;

  @Test
  void aWrittenProjectReadsBackTheSame() {
    Project project =
        Project.of("Käfer", JobSpec.of("m", "/d").withFreeze("none"), List.of("conv0", "conv1"));
    ProjectFiles.write(file(), project);
    assertThat(ProjectFiles.read(file())).isEqualTo(project);
  }

  @Test
  void aProjectMayStillLackModelAndData() {
    Project project = Project.of("New", JobSpec.of(null, null), List.of());
    ProjectFiles.write(file(), project);
    assertThat(ProjectFiles.read(file())).isEqualTo(project);
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws IOException {
    Files.writeString(file(), "{\"version\":1,\"job\":{\"model\":\"m\",\"data\":\"d\"}}");
    assertThat(ProjectFiles.read(file()))
        .isEqualTo(Project.of("Untitled", JobSpec.of("m", "d"), List.of()));
  }

  @Test
  void aNewerProjectIsRefused() throws IOException {
    Files.writeString(file(), "{\"version\":2}");
    assertThatThrownBy(() -> ProjectFiles.read(file()))
        .isInstanceOf(BadJobException.class)
        .hasMessageContaining("format version 2");
  }

  private Path file() {
    return folder.resolve("käfer.thaw");
  }
}
