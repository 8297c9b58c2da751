package io.thaw.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.catalogue.ModelFolder;
import io.thaw.engine.Initializer;
import io.thaw.engine.Tensor;
import io.thaw.network.Network;
import io.thaw.network.TensorShape;
import io.thaw.run.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DjlModelWriterTest {
  @TempDir private Path folder;

  private static TrainedModel model(Map<String, Tensor> parameters) {
    return new TrainedModel(
        "tiny",
        Fixtures.network(),
        parameters,
        Set.of(),
        Fixtures.INPUT,
        List.of("a", "b c", "ü"),
        "back\\slash",
        "none");
  }

  private static Map<String, Tensor> parameters() {
    Network network = Fixtures.network();
    return Initializer.random(network, Fixtures.INPUT.shape(), 1);
  }

  private List<Path> content() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void whatItWritesReadsBackAsTheSameCard() throws IOException {
    Path written = folder.resolve("written");
    DjlModelWriter.write(model(parameters()), written);

    var card = ModelFolder.read(written, "x");
    assertThat(card.input()).isEqualTo(Fixtures.INPUT);
    assertThat(card.classes()).containsExactly("a", "b c", "ü");
    assertThat(card.origin()).isEqualTo("back\\slash");
    assertThat(card.endsInProbabilities()).isTrue();
    assertThat(card.network()).isEqualTo(Fixtures.network());
    assertThat(content()).containsExactly(written);
  }

  @Test
  void aFolderThatCannotBeFinishedIsNotThereAtAll() throws IOException {
    assertThatThrownBy(() -> DjlModelWriter.write(model(new FullDisk()), folder.resolve("written")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(content()).isEmpty();
  }

  /** Parameters that cannot be had, after the graph has been written. */
  private static final class FullDisk extends AbstractMap<String, Tensor> {
    @Override
    public Set<Entry<String, Tensor>> entrySet() {
      throw new IllegalStateException("no space left");
    }

    @Override
    public Tensor get(Object key) {
      return new Tensor(TensorShape.of(1), new float[1]);
    }
  }
}
