package io.thaw.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import io.thaw.catalogue.ModelCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** DJL's own parameter format ({@code ai.djl.BaseModel#save}), read by DJL itself. */
final class DjlParameterFile {
  private DjlParameterFile() {}

  /** The arrays by parameter name; {@code file} is only named in messages. */
  @SuppressWarnings("try") // the session is only open so that the engine is loaded our way
  static Map<String, Tensor> read(ModelCard model, Path file) {
    String prefix = model.symbolFile().getFileName().toString().replace("-symbol.json", "");
    try (EngineSession session = EngineSession.open(0);
        Model djl = Model.newInstance(prefix, "MXNet")) {
      djl.load(model.folder(), prefix);
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (Pair<String, Parameter> pair : djl.getBlock().getParameters()) {
        Parameter parameter = pair.getValue();
        if (parameter.isInitialized()) {
          tensors.put(parameter.getName(), SymbolGraph.tensor(parameter.getArray()));
        }
      }
      return tensors;
    } catch (IOException | MalformedModelException | RuntimeException e) {
      throw new BadParametersException(
          "The parameters " + file + " are damaged: DJL cannot read them.", e);
    }
  }
}
