package io.thaw.catalogue;

import io.thaw.network.BadNetworkException;
import io.thaw.network.InferredShapes;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkCost;
import io.thaw.network.ShapeInference;
import io.thaw.network.SymbolJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Reads a model folder: {@code NAME-symbol.json}, {@code NAME-NNNN.params}, and optionally {@code
 * synset.txt} (a class name a line) and {@code serving.properties}.
 */
public final class ModelFolder {
  private static final String SYMBOL_ENDING = "-symbol.json";

  private ModelFolder() {}

  /**
   * The card of the model in {@code folder}, under the given id.
   *
   * @throws BadModelException when the folder holds no model or its side files are damaged
   */
  public static ModelCard read(Path folder, String id) {
    Path symbol = symbolFile(folder);
    ServingProperties properties = ServingProperties.read(folder.resolve("serving.properties"));
    InputSpec input = properties.input();
    Network network = network(symbol);
    String prefix = symbol.getFileName().toString().replace(SYMBOL_ENDING, "");
    return new ModelCard(
        id,
        properties.text("thaw.name", properties.text("option.modelName", prefix)),
        properties.text("thaw.origin", "folder " + folder),
        properties.text("thaw.licence", "not stated"),
        properties.text("thaw.description", ""),
        folder,
        symbol,
        parameterFile(folder, prefix),
        input,
        !properties.flag("applySoftmax", false),
        classes(folder.resolve(properties.text("synsetFileName", "synset.txt"))),
        parameters(network, input),
        network);
  }

  private static Path symbolFile(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadModelException("There is no model folder " + folder + ".");
    }
    List<Path> found = list(folder, name -> name.endsWith(SYMBOL_ENDING));
    if (found.isEmpty()) {
      throw new BadModelException(
          folder + " holds no model: a file NAME" + SYMBOL_ENDING + " is missing.");
    }
    if (found.size() > 1) {
      throw new BadModelException(
          folder + " holds more than one " + SYMBOL_ENDING + " file; give each a folder.");
    }
    return found.get(0);
  }

  /** The file of the latest epoch. */
  private static Optional<Path> parameterFile(Path folder, String prefix) {
    List<Path> found =
        list(folder, name -> name.startsWith(prefix + "-") && name.matches(".*-\\d{4}\\.params"));
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  private interface NameTest {
    boolean accepts(String name);
  }

  private static List<Path> list(Path folder, NameTest test) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> test.accepts(file.getFileName().toString())).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BadModelException(folder + " could not be read.", e);
    }
  }

  private static Network network(Path symbol) {
    try {
      return SymbolJson.read(symbol);
    } catch (BadNetworkException e) {
      throw new BadModelException(symbol + " is not a network: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BadModelException(symbol + " could not be read.", e);
    }
  }

  private static List<String> classes(Path synset) {
    if (!Files.exists(synset)) {
      return List.of();
    }
    try {
      return Files.readAllLines(synset, StandardCharsets.UTF_8).stream()
          .map(String::trim)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new BadModelException(synset + " could not be read.", e);
    }
  }

  private static OptionalLong parameters(Network network, InputSpec input) {
    InferredShapes shapes = ShapeInference.infer(network, input.shape());
    return NetworkCost.of(network, Layers.of(network), shapes).total().parameters();
  }
}
