package io.thaw.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.job.CancelToken;
import io.thaw.job.DatasetFile;
import io.thaw.job.ProbeResult;
import io.thaw.job.ThawFolders;
import io.thaw.run.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CancelToken cancel = new CancelToken();
  private Path model;
  private Path data;

  @BeforeEach
  void makeInput() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("Bilder ü"), 6);
  }

  private int probe(String... more) {
    return probe(model.toString(), data, false, more);
  }

  private int probe(String name, Path pictures, boolean terminal, String... more) {
    Surroundings surroundings =
        new Surroundings(
            folder,
            ThawFolders.of(Map.of("THAW_HOME", folder.resolve("home").toString())),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            terminal);
    List<String> all = List.of("probe", "--model=" + name, "--data=" + pictures);
    return new Cli(surroundings, cancel)
        .run(Stream.concat(all.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private String out() {
    return out.toString(UTF_8);
  }

  @Test
  void jsonIsOneObjectThatReadsBack() throws IOException {
    Files.writeString(data.resolve("disc/text.png"), "no picture");

    int code = probe(model.toString(), data, true, "--json", "--pictures=12", "--seed=3");

    assertThat(code).as(err.toString(UTF_8)).isZero();
    ProbeResult result = ProbeResult.parse(out());
    assertThat(result.model()).isEqualTo(model.toString());
    assertThat(result.data()).isEqualTo(data.toString());
    assertThat(result.pictures()).isEqualTo(12);
    assertThat(result.skipped()).isEqualTo(1);
    assertThat(result.classes()).containsExactly("disc", "square", "stripes");
    assertThat(result.points()).hasSizeGreaterThan(3);
    assertThat(result.freeze()).isNotBlank();
    assertThat(err.size()).isZero();
  }

  @Test
  void whatWasDecidedAboutPicturesCounts() {
    Path edits = folder.resolve("thaw-dataset.json");
    DatasetFile.of(
            data,
            DatasetEdits.NONE
                .exclude(List.of("disc/0.png"))
                .relabel(List.of("square/0.png", "square/1.png", "square/2.png"), "box"))
        .write(edits);

    assertThat(probe("--json", "--edits=" + edits)).as(err.toString(UTF_8)).isZero();
    ProbeResult result = ProbeResult.parse(out());
    assertThat(result.classes()).containsExactly("box", "disc", "square", "stripes");
    assertThat(result.pictures()).isEqualTo(17);

    assertThat(probe("--edits=" + folder.resolve("none.json"))).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("There is no file").contains("none.json");
  }

  @Test
  void withoutItThereIsATableTheReasonAndWhatToType() {
    int code = probe();

    assertThat(code).as(err.toString(UTF_8)).isZero();
    List<String> lines = out().lines().toList();
    assertThat(lines).anyMatch(it -> it.startsWith("after layer") && it.contains("accuracy"));
    assertThat(lines).anyMatch(it -> it.startsWith("stem_relu"));
    assertThat(lines).anyMatch(it -> it.startsWith("18 pictures of 3 classes in "));
    assertThat(lines.get(lines.size() - 1)).startsWith("Freeze: --freeze ");
    assertThat(out()).doesNotContain("\r");
  }

  @Test
  void aTerminalSeesHowFarItIs() {
    assertThat(probe(model.toString(), data, true)).isZero();

    assertThat(out()).contains("Taking in the pictures").contains("Telling the classes apart");
  }

  @Test
  void badInputIsOneSentenceAndCodeThree() throws IOException {
    Path lone = folder.resolve("lone");
    Files.createDirectories(lone.resolve("disc"));
    Files.copy(data.resolve("disc/0.png"), lone.resolve("disc/0.png"));
    Files.copy(data.resolve("disc/1.png"), lone.resolve("disc/1.png"));
    assertRefused(model.toString(), lone, "Only one class");
    Files.createDirectories(lone.resolve("square"));
    Files.copy(data.resolve("square/0.png"), lone.resolve("square/0.png"));
    assertRefused(model.toString(), lone, "'square'", "at least two");
    assertRefused(model.toString(), folder.resolve("nowhere"), "does not exist");
    assertRefused("nothing", data, "There is no model 'nothing'");
    assertRefused(model.toString(), data, "too few", "--pictures=5");
    Files.delete(model.resolve("tiny-0000.params"));
    assertRefused(model.toString(), data, "has no parameters");
  }

  /** The last of the texts may be an option. */
  private void assertRefused(String name, Path pictures, String... texts) {
    out.reset();
    err.reset();
    String[] options = Stream.of(texts).filter(it -> it.startsWith("--")).toArray(String[]::new);

    assertThat(probe(name, pictures, false, options)).isEqualTo(3);
    assertThat(out.size()).isZero();
    assertThat(err.toString(UTF_8).lines()).hasSize(1);
    for (String text : texts) {
      assertThat(err.toString(UTF_8)).contains(text.startsWith("--") ? "." : text);
    }
  }

  @Test
  void aWrongCommandLineIsUsage() {
    assertThat(probe("--pictures=many")).isEqualTo(2);
    assertThat(probe("--epochs=3")).isEqualTo(2);
  }

  @Test
  void aStoppedProbeSaysSo() {
    cancel.cancel();

    assertThat(probe("--json")).isEqualTo(130);
    assertThat(out.size()).isZero();
    assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("Stopped.");
  }
}
