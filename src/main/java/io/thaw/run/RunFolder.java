package io.thaw.run;

import io.thaw.job.BadJobException;
import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import io.thaw.job.RunFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes the folder that a run writes into. */
final class RunFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss", Locale.ROOT);

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
      requireEmpty(folder);
      RunFiles files = new RunFiles(folder);
      JsonFiles.write(files.job(), spec.withOut(folder.toString()));
      return files;
    } catch (FileAlreadyExistsException e) {
      throw new BadJobException("The run folder " + folder + " is a file.", e);
    } catch (IOException e) {
      throw new BadJobException("The run folder " + folder + " cannot be written to.", e);
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new BadJobException(
            "The run folder "
                + folder
                + " is not empty; name another one so that nothing is overwritten.");
      }
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
