package io.thaw.run;

import io.thaw.job.BadJobException;
import io.thaw.job.JobSpec;
import io.thaw.job.RunFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the folder that a run writes into. */
final class RunFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss", Locale.ROOT);

  /** The names that {@code Intake} gives. */
  private static final Pattern SPILL = Pattern.compile("features[0-9]+\\.tmp");

  private RunFolder() {}

  /**
   * The folder the job names, or a new one among the user's runs.
   *
   * @throws BadJobException when it holds something already or cannot be written
   */
  static RunFiles create(JobSpec spec, Path runs) {
    Path folder = spec.out() == null ? fresh(runs) : Path.of(spec.out()).toAbsolutePath();
    try {
      Files.createDirectories(folder);
      RunFiles files = new RunFiles(folder);
      requireUnused(files);
      spec.withOut(folder.toString()).write(files.job());
      return files;
    } catch (FileAlreadyExistsException e) {
      throw new BadJobException("The run folder " + folder + " is a file.", e);
    } catch (IOException e) {
      throw new BadJobException("The run folder " + folder + " cannot be written to.", e);
    }
  }

  /** A run that was refused before it computed anything leaves room for its corrected self. */
  private static void requireUnused(RunFiles files) throws IOException {
    Set<Path> replaceable = Set.of(files.job(), files.events());
    List<Path> found;
    try (Stream<Path> content = Files.list(files.folder())) {
      found = content.toList();
    }
    if (!replaceable.containsAll(found)) {
      throw new BadJobException(
          "The run folder "
              + files.folder()
              + " is not empty; name another one so that nothing is overwritten.");
    }
    for (Path file : found) {
      Files.delete(file);
    }
  }

  /**
   * Removes what a worker that was killed could not: pictures beyond its memory.
   *
   * @throws IOException when that fails
   */
  static void removeSpills(RunFiles files) throws IOException {
    List<Path> spills;
    try (Stream<Path> content = Files.list(files.folder())) {
      spills =
          content.filter(file -> SPILL.matcher(file.getFileName().toString()).matches()).toList();
    }
    for (Path file : spills) {
      Files.delete(file);
    }
  }

  private static Path fresh(Path runs) {
    String stamp = LocalDateTime.now().format(STAMP);
    Path folder = runs.resolve(stamp);
    for (int number = 2; Files.exists(folder); number++) {
      folder = runs.resolve(stamp + "_" + number);
    }
    return folder.toAbsolutePath();
  }
}
