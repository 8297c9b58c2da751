package io.thaw.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.ImageProblem;
import io.thaw.job.CancelToken;
import io.thaw.job.CheckResult;
import io.thaw.job.ThawFolders;
import io.thaw.run.Fixtures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CancelToken cancel = new CancelToken();
  private Path data;

  @BeforeEach
  void makePictures() throws IOException {
    data = Fixtures.pictures(folder.resolve("Bilder ü"), 6);
    Path picture = first("disc");
    Files.copy(picture, data.resolve("disc/twice.png"));
    Files.copy(picture, data.resolve("square/wrong.png"));
    Files.writeString(data.resolve("disc/notes.png"), "no picture");
  }

  private Path first(String name) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve(name))) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  private int check(Path pictures, String... more) {
    Surroundings surroundings =
        new Surroundings(
            folder,
            ThawFolders.of(Map.of("THAW_HOME", folder.resolve("home").toString())),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            false);
    List<String> all = List.of("check", "--data=" + pictures);
    return new Cli(surroundings, cancel)
        .run(Stream.concat(all.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private String out() {
    return out.toString(UTF_8);
  }

  @Test
  void jsonHoldsEveryFindingAndReadsBack() {
    assertThat(check(data, "--json")).as(err.toString(UTF_8)).isZero();

    CheckResult result = CheckResult.parse(out());
    assertThat(result.unusable()).isNull();
    assertThat(result.checked()).isEqualTo(result.pictures()).isEqualTo(20);
    assertThat(result.classes())
        .extracting(CheckResult.ClassRecord::pictures)
        .containsExactly(7, 7, 6);
    assertThat(result.toProblems())
        .singleElement()
        .satisfies(it -> assertThat(it.file()).isEqualTo(data.resolve("disc/notes.png")));
    assertThat(result.remarks().get(0).kind()).isEqualTo("label-conflict");
    assertThat(result.remarks().get(0).warning()).isTrue();
    assertThat(result.toRemarks().get(0).files())
        .hasSize(3)
        .contains(data.resolve("disc/twice.png"), data.resolve("square/wrong.png"));
  }

  @Test
  void filesThatEndEarlyAreUsedWhenAskedFor() throws IOException {
    byte[] whole = jpeg();
    Files.write(data.resolve("disc/half.jpg"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(data.resolve("disc/stump.jpg"), Arrays.copyOf(whole, 300));

    assertThat(check(data, "--json")).isZero();
    CheckResult strict = CheckResult.parse(out());
    assertThat(strict.toProblems()).hasSize(3);
    assertThat(strict.toEarlyEnds(data)).isEmpty();

    out.reset();
    assertThat(check(data, "--json", "--accept-truncated")).isZero();
    CheckResult accepting = CheckResult.parse(out());
    assertThat(accepting.classes().get(0).pictures()).isEqualTo(8);
    assertThat(accepting.toProblems())
        .extracting(ImageProblem::reason)
        .contains("the file ends before there is anything to see")
        .hasSize(2);
    assertThat(accepting.toEarlyEnds(data))
        .singleElement()
        .satisfies(it -> assertThat(it.file()).isEqualTo(data.resolve("disc/half.jpg")));
  }

  private static byte[] jpeg() throws IOException {
    BufferedImage noise = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 96 * 96; i++) {
      noise.setRGB(i % 96, i / 96, i * 7919 & 0xffffff);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(noise, "jpg", bytes);
    return bytes.toByteArray();
  }

  @Test
  void aTestShareIsCountedOfEachClass() {
    assertThat(check(data, "--test=0.2")).isZero();

    assertThat(out()).contains("to test with").containsPattern("disc +[34] +2 +[12]");
    assertThat(check(data, "--test=0.9")).isEqualTo(3);
    assertThat(out()).contains("must leave some to learn from");
  }

  @Test
  void textNamesTheWorstAndTheFilesLeftOut() {
    assertThat(check(data)).isZero();

    assertThat(out())
        .containsPattern("disc +5 +2")
        .contains("1 file left out:", "disc/notes.png: not a picture but text")
        .contains("filed under 'disc' and 'square'; it can only be one of them.")
        .endsWith("The folder can be used.\n");
  }

  @Test
  void eventsAreOneObjectALineAndTheLastIsComplete() {
    assertThat(check(data, "--events")).isZero();

    List<CheckResult> told = out().lines().map(CheckResult::parse).toList();
    assertThat(told).hasSizeGreaterThanOrEqualTo(2);
    assertThat(told.get(0).checked()).isZero();
    assertThat(told.get(0).remarks()).isEmpty();
    assertThat(told.get(told.size() - 1).checked()).isEqualTo(20);
    assertThat(told.get(told.size() - 1).remarks()).isNotEmpty();
  }

  @Test
  void aFolderThatCannotBeUsedIsCodeThree() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one/only"));
    Files.copy(first("disc"), one.resolve("1.png"));

    assertThat(check(one.getParent())).isEqualTo(3);
    assertThat(out()).contains("Only one class, 'only', was found");
    assertThat(check(folder.resolve("none"))).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("does not exist");
  }

  @Test
  void stopsWhenAsked() {
    cancel.cancel();

    assertThat(check(data)).isEqualTo(130);
    assertThat(err.toString(UTF_8)).contains("Stopped.");
  }
}
