package io.thaw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {
  @TempDir Path folder;

  @Test
  void aGraphAloneIsAModelWithDefaults() throws IOException {
    Path symbol = ModelFixture.symbol(folder, "net");
    ModelCard card = read();
    assertThat(card.name()).isEqualTo("net");
    assertThat(card.licence()).isEqualTo("not stated");
    assertThat(card.symbolFile()).isEqualTo(symbol);
    assertThat(card.input()).isEqualTo(InputSpec.DEFAULT);
    assertThat(card.classes()).isEmpty();
    assertThat(card.endsInProbabilities()).as("it ends in softmax").isTrue();
    assertThat(card.parameters()).isEqualTo(OptionalLong.of(ModelFixture.PARAMETERS));
    assertThatThrownBy(card::requireParameterFile)
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("has no parameters (net-0000.params)");
  }

  @Test
  void theParametersAreThoseOfTheLatestEpochOfThisModel() throws IOException {
    ModelFixture.symbol(folder, "net");
    for (String name :
        List.of("net-0000", "net-0012", "net-v2-0099", "net-10000", "xnet-0050", ".net-0090")) {
      Files.writeString(folder.resolve(name + ".params"), "");
    }
    assertThat(read().requireParameterFile()).isEqualTo(folder.resolve("net-0012.params"));
  }

  @Test
  void propertiesSayWhatTheModelIs() throws IOException {
    ModelFixture.model(
        folder,
        "net",
        "thaw.name=Kleines Netz ü",
        "thaw.origin=made here",
        "thaw.licence=MIT",
        "thaw.description=Small.",
        "width=64",
        "height=48.0",
        "applySoftmax=true",
        "synsetFileName=labels.txt");
    Files.writeString(folder.resolve("labels.txt"), "\uFEFFRose\n\n 日本 \r\n\n");
    ModelCard card = read();
    assertThat(card.name()).isEqualTo("Kleines Netz ü");
    assertThat(card.origin()).isEqualTo("made here");
    assertThat(card.licence()).isEqualTo("MIT");
    assertThat(card.description()).isEqualTo("Small.");
    assertThat(card.input().shape().toString()).contains("3", "48", "64");
    assertThat(card.input().width()).isEqualTo(64);
    assertThat(card.endsInProbabilities()).isFalse();
    assertThat(card.classes())
        .as("a class's number is its line's")
        .containsExactly("Rose", "", "日本");
  }

  @Test
  void classesMayStandInTheProperties() throws IOException {
    ModelFixture.model(folder, "net", "synset=cat, dog");
    assertThat(read().classes()).containsExactly("cat", "dog");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          resize=true                                   | false
          resize=64,64,AREA                             | false
          resize=70;centerCrop=true                     | false
          centerCrop=true                               | true
          resizeShort=72;centerCrop=true                | true
          resizeShort=64,-1,AREA;centerCrop=true        | true
          resize=false;resizeShort=false;centerCrop=no  | false
          """)
  void aPictureIsStretchedOrCutAsDjlsKeysSay(String lines, boolean crop) throws IOException {
    assertThat(inputOf(lines.split(";")).centerCrop()).isEqualTo(crop);
  }

  @Test
  void normaliseMayBeTrueOrSixNumbers() throws IOException {
    assertThat(inputOf("normalize=true"))
        .isEqualTo(
            new InputSpec(
                224, 224, false, List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f)));
    assertThat(inputOf("normalize=0.5, 0.25,1e-1,1,2,3"))
        .isEqualTo(new InputSpec(224, 224, false, List.of(0.5f, 0.25f, 0.1f), List.of(1f, 2f, 3f)));
    assertThat(inputOf("normalize=false")).isEqualTo(InputSpec.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "width=0 | width must lie between 1 and 4096: 0.",
        "height=5000 | height must lie between 1 and 4096: 5000.",
        "width=wide | width is no whole number: wide.",
        "width=22.5 | width is no whole number: 22.5.",
        "resize=big | resize is no whole number: big.",
        "normalize=1,2,3 | normalize needs three means and three deviations other than 0",
        "normalize=1,2,3,4,5,0 | normalize needs three means and three deviations other than 0",
        "normalize=1,2,3,4,5,x | normalize has no number: x.",
        "normalize=1,2,3,4,5,NaN | normalize has no number: NaN.",
        "range=0,1 | sets range=0,1, which Thaw does not support.",
        "pad=true | sets pad=true, which Thaw does not support.",
        "centerFit=true | sets centerFit=true, which Thaw does not support.",
        "flag=GRAYSCALE | sets flag=GRAYSCALE, which Thaw does not support.",
        "toTensor=false | sets toTensor=false, which Thaw does not support.",
        "width=\\u00 | could not be read.",
        "synsetFileName=none.txt | The class names in",
        "synsetFileName=a\\u0000b | has its class names in an impossible file."
      })
  void refusesPropertiesThatCannotBeFollowed(String lineAndSentence) throws IOException {
    String[] parts = lineAndSentence.split(" \\| ");
    ModelFixture.model(folder, "net", parts[0]);
    assertThatThrownBy(this::read)
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(parts[1])
        .hasMessageContaining(folder.toString());
  }

  @Test
  void saysThatTheGraphIsMissing() {
    assertThatThrownBy(this::read)
        .isInstanceOf(BadModelException.class)
        .hasMessage(folder + " holds no model: a file NAME-symbol.json is missing.");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> ModelFolder.read(none, "none"))
        .hasMessage("There is no model folder " + none + ".");
  }

  @Test
  void saysThatThereAreTwoGraphs() throws IOException {
    ModelFixture.symbol(folder, "a");
    Files.writeString(folder.resolve("._a-symbol.json"), "of a file system without such names");
    assertThat(read().name()).isEqualTo("a");
    ModelFixture.symbol(folder, "b");
    assertThatThrownBy(this::read)
        .isInstanceOf(BadModelException.class)
        .hasMessage(folder + " holds more than one -symbol.json file; give each a folder.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"nodes\":[]}", "[1]", "PK\u0003\u0004"})
  void saysThatTheGraphIsDamaged(String content) throws IOException {
    Path symbol = Files.writeString(folder.resolve("net-symbol.json"), content);
    assertThatThrownBy(this::read)
        .isInstanceOf(BadModelException.class)
        .hasMessageStartingWith(symbol + ": ");
  }

  private InputSpec inputOf(String... lines) throws IOException {
    ModelFixture.model(folder, "net", lines);
    return read().input();
  }

  private ModelCard read() {
    return ModelFolder.read(folder, "id");
  }
}
