package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.thaw.catalogue.ModelCard;
import io.thaw.catalogue.ModelFolder;
import io.thaw.run.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters that DJL itself saved. */
class DjlParameterFileTest {
  @TempDir private Path folder;

  private Path saveWithDjl() throws Exception {
    Path model = Fixtures.model(folder.resolve("tiny"));
    Path saved = Files.createDirectory(folder.resolve("saved"));
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

  @Test
  void readsWhatDjlWrites() throws Exception {
    ModelCard saved = ModelFolder.read(saveWithDjl(), "saved");
    ModelCard original = ModelFolder.read(folder.resolve("tiny"), "tiny");
    assertThat(Files.readString(saved.requireParameterFile(), StandardCharsets.ISO_8859_1))
        .startsWith("DJL@");

    Map<String, Tensor> read = ParameterFile.read(saved);

    Map<String, Tensor> expected = ParameterFile.read(original);
    assertThat(read.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, tensor) -> assertThat(tensor.differences(read.get(name))).as(name).isZero());
  }

  @Test
  void aTruncatedFileIsOneSentence() throws Exception {
    ModelCard saved = ModelFolder.read(saveWithDjl(), "saved");
    Path file = saved.requireParameterFile();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatExceptionOfType(BadParametersException.class)
        .isThrownBy(() -> ParameterFile.read(saved))
        .withMessageContaining(file.toString());
  }
}
