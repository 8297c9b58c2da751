package io.thaw.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models on offer: those bundled with the program, and any folder the user names. */
public final class Catalogue {
  private final Path bundled;

  /**
   * A catalogue over a folder of model folders.
   *
   * @param bundled the names of the model folders in it are the models' ids
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
   * The model that {@code idOrFolder} names: an id, a model folder, one of several graphs in a
   * folder ({@code NAME-symbol.json}), or a run folder, whose trained model is meant, or a {@link
   * BuiltInArchitecture}. An id goes before a folder of the same name, which {@code ./NAME} still
   * names. The card of a folder has the folder's absolute path as its id, so that it means the same
   * from any working directory.
   *
   * @throws BadModelException when there is no such model, in one sentence that says what is there
   */
  public ModelCard resolve(String idOrFolder) {
    if (ids().contains(idOrFolder)) {
      return ModelFolder.read(bundled.resolve(idOrFolder), idOrFolder);
    }
    Optional<BuiltInArchitecture> architecture = BuiltInArchitecture.parse(idOrFolder);
    if (architecture.isPresent()) {
      return architecture.get().card();
    }
    Path folder = place(idOrFolder);
    if (ModelFolder.isGraph(folder)) {
      return ModelFolder.readGraph(folder, folder.toString());
    }
    Path trained = folder.resolve("model");
    boolean isRun = Files.exists(folder.resolve("job.json"));
    if (isRun && !Files.isDirectory(trained)) {
      throw new BadModelException("The run " + folder + " has no trained model yet.");
    }
    return ModelFolder.read(isRun ? trained : folder, folder.toString());
  }

  private Path place(String name) {
    if (name.isBlank()) {
      throw new BadModelException("No model was named.");
    }
    try {
      Path folder = Path.of(name).toAbsolutePath().normalize();
      if (Files.isDirectory(folder) || ModelFolder.isGraph(folder)) {
        return folder;
      }
      if (Files.exists(folder)) {
        throw new BadModelException(
            "The model '" + name + "' is a file; name the folder that it lies in.");
      }
      throw new BadModelException(unknown(name));
    } catch (InvalidPathException e) {
      throw new BadModelException(unknown(name), e);
    }
  }

  private String unknown(String name) {
    List<String> ids = ids();
    return "There is no model '"
        + name
        + "': it is "
        + (ids.isEmpty()
            ? "no folder, and no models are bundled."
            : "neither a folder nor one of " + String.join(", ", ids) + ".");
  }

  private List<String> ids() {
    if (!Files.isDirectory(bundled)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(bundled)) {
      return folders
          .filter(ModelFolder::isModel)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BadModelException(bundled + " could not be read.", e);
    }
  }
}
