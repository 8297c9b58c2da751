package io.thaw.run;

import io.thaw.export.DjlModelWriter;
import io.thaw.export.TrainedModel;
import io.thaw.job.AtomicFiles;
import io.thaw.job.BadJobException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts a finished model into a folder of its own, under the folder's name. */
final class Publication {
  /** Name of the file that tells how the model was made. */
  static final String CARD = "MODEL_CARD.md";

  private static final String GRAPH = "-symbol.json";

  private final Path folder;
  private final Path run;

  /**
   * A publication.
   *
   * @param folder where the model goes
   * @param run folder of the run, which may lie in it
   */
  Publication(Path folder, Path run) {
    this.folder = folder.toAbsolutePath().normalize();
    this.run = run.toAbsolutePath().normalize();
  }

  /** The model's name: the folder's. */
  String name() {
    return folder.getFileName().toString();
  }

  /**
   * Checks that nothing would be overwritten.
   *
   * @throws BadJobException when the folder holds anything but the run
   */
  void requireFree() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> content = Files.list(folder)) {
        if (content.anyMatch(it -> !it.equals(run))) {
          throw new BadJobException(
              "The model folder " + folder + " is not empty; name another one.");
        }
      }
    } catch (IOException e) {
      throw new BadJobException("The model folder " + folder + " cannot be written to.", e);
    }
  }

  /**
   * Writes model and card. The graph comes last: until then the folder is no model.
   *
   * @throws IOException when that fails
   */
  void write(TrainedModel model, String card) throws IOException {
    Path whole = folder.resolve(".model");
    DjlModelWriter.write(model, whole);
    AtomicFiles.write(folder.resolve(CARD), card.getBytes(StandardCharsets.UTF_8));
    for (Path file : graphLast(whole)) {
      Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(whole);
  }

  private static List<Path> graphLast(Path whole) throws IOException {
    try (Stream<Path> files = Files.list(whole)) {
      return files
          .sorted(Comparator.comparing(it -> it.getFileName().toString().endsWith(GRAPH)))
          .toList();
    }
  }
}
