package io.thaw.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.CancelToken;
import io.thaw.job.CheckResult;
import io.thaw.job.DatasetFile;
import io.thaw.job.Installation;
import io.thaw.job.NetworkComparison;
import io.thaw.job.ThawFolders;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thaw check --model} with the bundled network on the sample pictures and changed ones. */
class CheckAlikeTest {
  private static final Path SAMPLES = Installation.folder().resolve("sample-data");
  private static final List<String> LEMON =
      List.of("lemon/010.jpg", "lemon/bright.png", "lemon/crop.png", "lemon/mirror.png");
  private static final List<String> PEAR = List.of("orange/mirror.png", "pear/020.jpg");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Path file() {
    return folder.resolve("kept").resolve(DatasetFile.NAME);
  }

  private int check(Path data, String... more) {
    out.reset();
    Surroundings surroundings =
        new Surroundings(
            Installation.folder(),
            ThawFolders.of(Map.of("THAW_HOME", folder.resolve("home").toString())),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            false);
    return new Cli(surroundings, new CancelToken())
        .run(
            Stream.concat(Stream.of("check", "--data=" + data), Stream.of(more))
                .toArray(String[]::new));
  }

  private String out() {
    return out.toString(UTF_8);
  }

  /** All samples, and changed copies of two: one of them filed under another class. */
  private Path pictures() throws IOException {
    Path data = folder.resolve("Bilder ü");
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = data.resolve(SAMPLES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    BufferedImage lemon = ImageIO.read(data.resolve("lemon/010.jpg").toFile());
    int width = lemon.getWidth();
    int height = lemon.getHeight();
    write(data.resolve("lemon/mirror.png"), mirrored(lemon));
    write(
        data.resolve("lemon/crop.png"),
        lemon.getSubimage(0, height / 14, 13 * width / 14, 13 * height / 14));
    write(data.resolve("lemon/bright.png"), new RescaleOp(1.12f, 0, null).filter(lemon, null));
    write(
        data.resolve("orange/mirror.png"),
        mirrored(ImageIO.read(data.resolve("pear/020.jpg").toFile())));
    return data;
  }

  private static void write(Path file, BufferedImage image) throws IOException {
    ImageIO.write(image, "png", file.toFile());
  }

  private static BufferedImage mirrored(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage mirrored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = mirrored.createGraphics();
    graphics.drawImage(image, width, 0, 0, height, 0, 0, width, height, null);
    graphics.dispose();
    return mirrored;
  }

  @Test
  void mirrorCropAndLightAreFoundAndKeptOnOneSideWhenAskedFor() throws IOException {
    Path data = pictures();

    assertThat(check(data, "--model=frost-64", "--json")).as(err.toString(UTF_8)).isZero();

    CheckResult result = CheckResult.parse(out());
    NetworkComparison found = result.network();
    assertThat(found.groups()).containsExactlyInAnyOrder(LEMON, PEAR);
    assertThat(found.complete()).isTrue();
    assertThat(found.looked()).isEqualTo(304);
    assertThat(found.acrossClasses()).isEqualTo(1);
    assertThat(found.kept()).isZero();
    assertThat(result.toRemarks())
        .filteredOn(it -> it.kind().jsonName().startsWith("network-"))
        .hasSize(2)
        .noneMatch(it -> it.kind().isWarning());

    assertThat(check(data, "--model=frost-64", "--keep-together=" + file())).isZero();
    assertThat(out())
        .contains("6 pictures in 2 groups are alike to the network")
        .contains("filed under 'orange' and 'pear': perhaps a label is wrong.")
        .contains(file() + " now keeps 2 groups on one side each");
    assertThat(DatasetFile.read(file()).edits().together()).containsExactlyInAnyOrder(LEMON, PEAR);

    for (int seed = 1; seed < 4; seed++) {
      int code = check(data, "--model=frost-64", "--edits=" + file(), "--seed=" + seed, "--events");
      assertThat(code).isZero();
      List<CheckResult> told = out().lines().map(CheckResult::parse).toList();
      NetworkComparison last = told.get(told.size() - 1).network();
      assertThat(last.kept()).isEqualTo(2);
      assertThat(last.acrossSides()).isZero();
      assertThat(told).anyMatch(it -> it.network() != null && !it.network().complete());
    }
  }

  @Test
  void whereNothingIsAlikeTheFileCanBeUsedAllTheSame() {
    assertThat(check(SAMPLES, "--model=frost-64", "--keep-together=" + file())).isZero();

    assertThat(out()).contains(file() + " has no groups to add");
    assertThat(DatasetFile.read(file()).edits().none()).isTrue();
  }

  @Test
  void whatCannotBeAskedIsToldInOneSentence() {
    assertThat(check(SAMPLES, "--model=" + folder.resolve("none"))).isEqualTo(3);
    assertThat(err.toString(UTF_8)).startsWith("There is no model '").hasLineCount(1);

    err.reset();
    assertThat(check(SAMPLES, "--keep-together=" + file())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--keep-together needs --model").hasLineCount(1);
    assertThat(file()).doesNotExist();
  }

  @Test
  void aDamagedFileOfDecisionsIsToldBeforeAnythingLongAndStays() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{");

    assertThat(check(SAMPLES, "--model=frost-64", "--keep-together=" + file())).isEqualTo(3);

    assertThat(err.toString(UTF_8)).contains("is damaged").hasLineCount(1);
    assertThat(file()).hasContent("{");
    assertThat(folder.resolve("home")).doesNotExist();
  }
}
