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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a model folder: {@code NAME-symbol.json}, {@code NAME-NNNN.params}, and optionally {@code
 * synset.txt} (a class name a line) and {@code serving.properties}.
 */
public final class ModelFolder {
  private static final String SYMBOL_ENDING = "-symbol.json";

  /** MXNet's operators whose outputs are probabilities. */
  private static final Set<String> SOFTMAX =
      Set.of("softmax", "Softmax", "SoftmaxOutput", "SoftmaxActivation");

  private ModelFolder() {}

  /** Whether the folder holds a graph, damaged or not. */
  static boolean isModel(Path folder) {
    return Files.isDirectory(folder) && !symbolFiles(folder).isEmpty();
  }

  /**
   * The card of the model in {@code folder}, under the given id.
   *
   * @throws BadModelException when the folder holds no model or its side files are damaged
   */
  public static ModelCard read(Path folder, String id) {
    return readGraph(symbolFile(folder), id);
  }

  /** Whether a file is the graph of a model. */
  static boolean isGraph(Path file) {
    return Files.isRegularFile(file) && file.getFileName().toString().endsWith(SYMBOL_ENDING);
  }

  /** The card of the model with this graph; its other files lie beside it. */
  static ModelCard readGraph(Path symbol, String id) {
    Path folder = symbol.getParent();
    ServingProperties properties = ServingProperties.read(folder.resolve("serving.properties"));
    InputSpec input = properties.input();
    Network network = network(symbol);
    String fileName = symbol.getFileName().toString();
    String prefix = fileName.substring(0, fileName.length() - SYMBOL_ENDING.length());
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
        !properties.flag("applySoftmax", !endsInSoftmax(network)),
        classes(folder, properties),
        parameters(symbol, network, input),
        network);
  }

  private static Path symbolFile(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadModelException("There is no model folder " + folder + ".");
    }
    List<Path> found = symbolFiles(folder);
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

  private static List<Path> symbolFiles(Path folder) {
    return list(folder, name -> name.endsWith(SYMBOL_ENDING));
  }

  /** The file of the latest epoch. */
  private static Optional<Path> parameterFile(Path folder, String prefix) {
    Pattern name = Pattern.compile(Pattern.quote(prefix) + "-\\d{4}\\.params");
    List<Path> found = list(folder, name.asMatchPredicate());
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  /** Files whose name begins with a dot are some system's own and not meant. */
  private static List<Path> list(Path folder, Predicate<String> test) {
    Predicate<String> shown = name -> !name.startsWith(".");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> shown.and(test).test(file.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BadModelException(folder + " could not be read.", e);
    }
  }

  private static Network network(Path symbol) {
    try {
      return SymbolJson.read(symbol);
    } catch (BadNetworkException e) {
      throw new BadModelException(e.getMessage(), e);
    } catch (IOException e) {
      throw new BadModelException(symbol + " could not be read.", e);
    }
  }

  private static boolean endsInSoftmax(Network network) {
    return SOFTMAX.contains(network.node(network.heads().get(0).node()).operator());
  }

  /** Given in a line of the properties, in the file that they name, or in the usual file. */
  private static List<String> classes(Path folder, ServingProperties properties) {
    String inline = properties.text("synset", "");
    if (!inline.isEmpty()) {
      return Stream.of(inline.split(",")).map(String::strip).toList();
    }
    String named = properties.text("synsetFileName", "");
    Path synset = synsetFile(folder, named.isEmpty() ? "synset.txt" : named);
    if (named.isEmpty() && !Files.exists(synset)) {
      return List.of();
    }
    try {
      return classes(Files.readString(synset, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new BadModelException("The class names in " + synset + " could not be read.", e);
    }
  }

  private static Path synsetFile(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new BadModelException(folder + " has its class names in an impossible file.", e);
    }
  }

  /** Keeps blank lines between others: a class's number is that of its line. */
  private static List<String> classes(String text) {
    String content = (text.startsWith("\uFEFF") ? text.substring(1) : text).stripTrailing();
    return content.isEmpty() ? List.of() : content.lines().map(String::strip).toList();
  }

  private static OptionalLong parameters(Path symbol, Network network, InputSpec input) {
    try {
      InferredShapes shapes = ShapeInference.infer(network, input.shape());
      return NetworkCost.of(network, Layers.of(network), shapes).total().parameters();
    } catch (BadNetworkException e) {
      throw new BadModelException(
          symbol
              + " does not fit pictures of "
              + input.width()
              + " x "
              + input.height()
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
