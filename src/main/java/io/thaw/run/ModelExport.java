package io.thaw.run;

import io.thaw.catalogue.ModelCard;
import io.thaw.engine.ParameterFile;
import io.thaw.engine.ParameterShapes;
import io.thaw.engine.Tensor;
import io.thaw.export.DjlModelWriter;
import io.thaw.export.TrainedModel;
import io.thaw.job.BadJobException;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a trained model out of its run, into a folder of its own. */
public final class ModelExport {
  private ModelExport() {}

  /**
   * Writes the model as plain DJL loads it. The folder is there whole or not at all.
   *
   * @param out must not exist yet, or be empty
   * @throws BadJobException when it holds something or cannot be written
   */
  public static void djl(ModelCard model, Path out) {
    Map<String, Tensor> parameters = ParameterFile.read(model);
    ParameterShapes.requireFit(model.network(), model.input().shape(), parameters);
    Path target = out.toAbsolutePath().normalize();
    try {
      requireEmpty(target);
      DjlModelWriter.write(trained(model, parameters), target);
    } catch (IOException e) {
      throw new BadJobException("The folder " + target + " cannot be written to.", e);
    }
  }

  private static TrainedModel trained(ModelCard model, Map<String, Tensor> parameters) {
    return new TrainedModel(
        "model",
        model.network(),
        parameters,
        runningStatistics(model.network()),
        model.input(),
        model.classes(),
        model.origin(),
        model.licence());
  }

  /** Names of the running statistics of a network. */
  static Set<String> runningStatistics(Network network) {
    return Layers.of(network).list().stream()
        .flatMap(layer -> layer.parameters().stream())
        .filter(parameter -> !parameter.role().learnable())
        .map(parameter -> parameter.name())
        .collect(Collectors.toSet());
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new BadJobException(folder + " is a file; name a folder to export to.");
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new BadJobException(
            "The folder " + folder + " is not empty; name another one to export to.");
      }
    }
  }
}
