package io.thaw.catalogue;

import io.thaw.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A model that can be picked.
 *
 * @param id what {@code --model} takes: a name for a model of the catalogue, else the absolute path
 *     of the model or run folder
 * @param name for people
 * @param origin where it comes from, in words
 * @param licence as the model's folder states it, or "not stated"
 * @param description one or two sentences, may be empty
 * @param folder the model folder
 * @param symbolFile the graph, {@code NAME-symbol.json}
 * @param parameterFile the weights, {@code NAME-NNNN.params}; empty when there are none
 * @param input what the network expects of a picture
 * @param endsInProbabilities whether softmax is not to be applied to its output
 * @param classes names of its outputs, in their order; empty when not stated
 * @param parameters numbers in it, running statistics among them; empty when not known
 * @param network the graph
 */
public record ModelCard(
    String id,
    String name,
    String origin,
    String licence,
    String description,
    Path folder,
    Path symbolFile,
    Optional<Path> parameterFile,
    InputSpec input,
    boolean endsInProbabilities,
    List<String> classes,
    OptionalLong parameters,
    Network network) {

  /** Copies the list. */
  public ModelCard {
    classes = List.copyOf(classes);
  }

  /**
   * The weights.
   *
   * @throws BadModelException when the folder has none
   */
  public Path requireParameterFile() {
    return parameterFile.orElseThrow(
        () ->
            new BadModelException(
                folder
                    + " has no parameters ("
                    + symbolFile.getFileName().toString().replace("-symbol.json", "-0000.params")
                    + "); it can only be trained from random weights."));
  }
}
