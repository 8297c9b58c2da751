package io.thaw.engine;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parameters that DJL itself saved. */
public final class DjlFormat {
  private DjlFormat() {}

  /**
   * Has DJL load the model {@code tiny} and save it into a folder that does not exist yet.
   *
   * @return that folder
   */
  public static Path save(Path model, Path saved) throws IOException, MalformedModelException {
    Files.createDirectory(saved);
    try (EngineSession session = EngineSession.open(0);
        NDManager manager = session.manager().newSubManager();
        Model djl = Model.newInstance("tiny", "MXNet")) {
      djl.load(model, "tiny");
      // DJL only saves a block that knows its input's shape.
      djl.getBlock().initialize(manager, DataType.FLOAT32, new Shape(1, 3, 32, 32));
      djl.getBlock()
          .forward(store(manager), new NDList(manager.zeros(new Shape(1, 3, 32, 32))), false);
      djl.save(saved, "tiny");
    }
    Files.copy(model.resolve("tiny-symbol.json"), saved.resolve("tiny-symbol.json"));
    return saved;
  }

  private static ParameterStore store(NDManager manager) {
    ParameterStore store = new ParameterStore(manager, false);
    store.setParameterServer(null, new Device[] {Device.cpu()});
    return store;
  }
}
