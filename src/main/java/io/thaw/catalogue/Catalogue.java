package io.thaw.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models on offer: those bundled with the program, and any folder the user names. */
public final class Catalogue {
  private final Path bundled;

  /**
   * A catalogue over a folder of model folders.
   *
   * @param bundled its sub-folders' names are the models' ids
   */
  public Catalogue(Path bundled) {
    this.bundled = bundled;
  }

  /** The bundled models, by id. */
  public List<ModelCard> list() {
    List<ModelCard> cards = new ArrayList<>();
    for (String id : ids()) {
      cards.add(ModelFolder.read(bundled.resolve(id), id));
    }
    return cards;
  }

  /**
   * The model that {@code idOrFolder} names: an id, a model folder, or a run folder, whose trained
   * model is meant.
   *
   * @throws BadModelException when there is no such model, in one sentence that says what is there
   */
  public ModelCard resolve(String idOrFolder) {
    if (ids().contains(idOrFolder)) {
      return ModelFolder.read(bundled.resolve(idOrFolder), idOrFolder);
    }
    Path folder = Path.of(idOrFolder).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      throw new BadModelException(
          "There is no model '"
              + idOrFolder
              + "': it is neither a folder nor one of "
              + ids().stream().collect(Collectors.joining(", "))
              + ".");
    }
    Path trained = folder.resolve("model");
    boolean isRun = Files.exists(folder.resolve("job.json"));
    if (isRun && !Files.isDirectory(trained)) {
      throw new BadModelException("The run " + folder + " has no trained model yet.");
    }
    return ModelFolder.read(isRun ? trained : folder, idOrFolder);
  }

  private List<String> ids() {
    if (!Files.isDirectory(bundled)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(bundled)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BadModelException(bundled + " could not be read.", e);
    }
  }
}
