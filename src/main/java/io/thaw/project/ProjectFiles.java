package io.thaw.project;

import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes project files. */
public final class ProjectFiles {
  private ProjectFiles() {}

  /**
   * Reads a project; what the file leaves out has its default.
   *
   * @throws io.thaw.job.BadJobException when the file is missing, damaged or of a newer format
   */
  public static Project read(Path file) {
    Project empty = Project.of("Untitled", JobSpec.of(null, null), List.of());
    return JsonFiles.readOver(empty, file, Project.VERSION);
  }

  /**
   * Writes a project under a temporary name and renames it.
   *
   * @throws io.thaw.job.BadJobException when that fails; an older file stays as it was
   */
  public static void write(Path file, Project project) {
    JsonFiles.write(file, project);
  }
}
