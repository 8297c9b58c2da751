package io.thaw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  @TempDir Path folder;

  private Path bundled;
  private Catalogue catalogue;

  @BeforeEach
  void twoModels() throws IOException {
    bundled = folder.resolve("bundled");
    ModelFixture.model(bundled.resolve("small"), "resnet", "thaw.name=Small ResNet");
    ModelFixture.model(bundled.resolve("alpha"), "a");
    catalogue = new Catalogue(bundled);
  }

  @Test
  void listsModelFoldersByIdAndNothingElse() throws IOException {
    Files.createDirectories(bundled.resolve("empty"));
    Files.writeString(bundled.resolve("README.md"), "");
    assertThat(catalogue.list()).extracting(ModelCard::id).containsExactly("alpha", "small");
  }

  @Test
  void aCatalogueWithoutAFolderIsEmpty() {
    Catalogue none = new Catalogue(folder.resolve("none"));
    assertThat(none.list()).isEmpty();
    assertThatThrownBy(() -> none.resolve("small"))
        .isInstanceOf(BadModelException.class)
        .hasMessage("There is no model 'small': it is no folder, and no models are bundled.");
  }

  @Test
  void findsAModelByItsId() {
    ModelCard card = catalogue.resolve("small");
    assertThat(card.id()).isEqualTo("small");
    assertThat(card.name()).isEqualTo("Small ResNet");
    assertThat(card.folder()).isEqualTo(bundled.resolve("small"));
  }

  @Test
  void anIdGoesBeforeAFolderOfTheSameName() throws IOException {
    // The working folder cannot be changed, so the clash is made in the catalogue.
    String name = "thaw-test-" + UUID.randomUUID();
    Path clash = Path.of(name).toAbsolutePath();
    try {
      ModelFixture.model(clash, "theirs");
      assertThat(catalogue.resolve(name).name()).isEqualTo("theirs");
      ModelFixture.model(bundled.resolve(name), "ours");
      assertThat(catalogue.resolve(name).name()).isEqualTo("ours");
      assertThat(catalogue.resolve("./" + name).name()).isEqualTo("theirs");
      assertThat(catalogue.resolve("./" + name).id()).isEqualTo(clash.toString());
    } finally {
      for (String file : new String[] {"theirs-symbol.json", "theirs-0000.params"}) {
        Files.deleteIfExists(clash.resolve(file));
      }
      Files.deleteIfExists(clash.resolve("serving.properties"));
      Files.deleteIfExists(clash);
    }
  }

  @Test
  void findsAModelFolderByItsPath() throws IOException {
    Path mine = ModelFixture.model(folder.resolve("mein Modell ü"), "m");
    ModelCard card = catalogue.resolve(folder + "/bundled/../mein Modell ü/");
    assertThat(card.folder()).isEqualTo(mine);
    assertThat(card.id()).isEqualTo(mine.toString());
  }

  @Test
  void findsTheTrainedModelOfARunFolder() throws IOException {
    Path run = folder.resolve("run");
    ModelFixture.model(run.resolve("model"), "trained");
    Files.writeString(run.resolve("job.json"), "{}");
    ModelCard card = catalogue.resolve(run.toString());
    assertThat(card.folder()).isEqualTo(run.resolve("model"));
    assertThat(card.id()).isEqualTo(run.toString());
  }

  @Test
  void saysThatARunHasNoModelYet() throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    Files.writeString(run.resolve("job.json"), "{}");
    assertThatThrownBy(() -> catalogue.resolve(run.toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessage("The run " + run + " has no trained model yet.");
  }

  @Test
  void saysWhichModelsThereAre() {
    for (String name : new String[] {"big", "a\0b"}) {
      assertThatThrownBy(() -> catalogue.resolve(name))
          .isInstanceOf(BadModelException.class)
          .hasMessage(
              "There is no model '" + name + "': it is neither a folder nor one of alpha, small.");
    }
  }

  @Test
  void oneOfSeveralGraphsIsNamedByItsFile() throws IOException {
    Path first = ModelFixture.symbol(folder.resolve("graphs"), "first");
    ModelFixture.symbol(folder.resolve("graphs"), "second");

    ModelCard card = catalogue.resolve(first.toString());

    assertThat(card.symbolFile()).isEqualTo(first);
    assertThat(card.id()).isEqualTo(first.toString());
    assertThat(card.name()).isEqualTo("first");
  }

  @Test
  void saysThatAFileIsNoModel() throws IOException {
    Path file = ModelFixture.symbol(folder.resolve("m"), "m").resolveSibling("m.txt");
    Files.writeString(file, "notes");
    assertThatThrownBy(() -> catalogue.resolve(file.toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessage("The model '" + file + "' is a file; name the folder that it lies in.");
  }

  @Test
  void theWorkingFolderIsNotMeantByNothing() {
    assertThatThrownBy(() -> catalogue.resolve(" "))
        .isInstanceOf(BadModelException.class)
        .hasMessage("No model was named.");
  }
}
