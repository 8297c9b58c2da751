package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
    return DjlFormat.save(Fixtures.model(folder.resolve("tiny")), folder.resolve("saved"));
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
