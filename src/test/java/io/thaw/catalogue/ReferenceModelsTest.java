package io.thaw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("reference")
class ReferenceModelsTest {
  private final Path models = Path.of(System.getProperty("thaw.reference", ""), "models");

  @BeforeEach
  void theReferenceFolderIsThere() {
    assertThat(models).as("the system property thaw.reference names the folder").isDirectory();
  }

  @ParameterizedTest
  @CsvSource({"mobilenet_v2_imagenet, 224", "mobilenet_v1_0.5_imagenet, 160"})
  void realModelsReadWhole(String id, int side) {
    ModelCard card = new Catalogue(models).resolve(id);
    assertThat(card.classes()).hasSize(1001).startsWith("background");
    assertThat(card.input())
        .isEqualTo(
            new InputSpec(side, side, false, List.of(0.5f, 0.5f, 0.5f), List.of(0.5f, 0.5f, 0.5f)));
    assertThat(card.endsInProbabilities()).isFalse();
    assertThat(card.requireParameterFile()).isNotEmptyFile();
    assertThat(card.parameters().orElseThrow()).isBetween(1_000_000L, 4_000_000L);
  }
}
