package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files collected for being difficult, against what other programs make of them. */
@Tag("reference")
class AwkwardFilesTest {
  private static final Path FILES =
      Path.of(System.getProperty("thaw.reference", "")).resolve("data/awkward");

  @TempDir private Path scratch;

  /**
   * A line of the table.
   *
   * @param outcome a size, or kinds of problem with bars between them
   * @param probes colours at places, see the table
   */
  private record Expected(String outcome, List<String> probes) {}

  private static Map<String, Expected> table() throws IOException {
    Map<String, Expected> table = new LinkedHashMap<>();
    try (InputStream stream = AwkwardFilesTest.class.getResourceAsStream("awkward.tsv")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(it -> !it.startsWith("#")).toList()) {
        String[] parts = line.split("\t");
        List<String> probes = parts.length < 3 ? List.of() : List.of(parts[2].split(" "));
        table.put(parts[0], new Expected(parts[1], probes));
      }
    }
    return table;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyFileIsTheRightPictureOrTheRightProblem(boolean javaOnly) throws Exception {
    Map<String, ReadingChild.Read> reads = ReadingChild.run(FILES, scratch, "512m", javaOnly);
    Map<String, Expected> table = table();
    assertThat(reads.keySet()).containsExactlyInAnyOrderElementsOf(table.keySet()).hasSize(150);
    SoftAssertions softly = new SoftAssertions();
    int probes = 0;
    for (Map.Entry<String, Expected> line : table.entrySet()) {
      ReadingChild.Read read = reads.get(line.getKey());
      softly
          .assertThat(read.outcome())
          .as(line.getKey())
          .isIn((Object[]) line.getValue().outcome().split("\\|"));
      softly.assertThat(read.reason()).as(line.getKey()).isNotBlank();
      if (Files.exists(read.rgb())) {
        probes += line.getValue().probes().size();
        probe(line.getKey(), read, line.getValue().probes(), softly);
      }
    }
    softly.assertAll();
    assertThat(probes).isGreaterThan(300);
    scenesAgree(reads);
  }

  private static void probe(
      String name, ReadingChild.Read read, List<String> probes, SoftAssertions softly)
      throws IOException {
    byte[] rgb = Files.readAllBytes(read.rgb());
    int width = Integer.parseInt(read.outcome().split("x")[0]);
    for (String probe : probes) {
      String[] parts = probe.split("[,#±]+");
      int at = 3 * (Integer.parseInt(parts[1]) * width + Integer.parseInt(parts[0]));
      int colour = Integer.parseInt(parts[2], 16);
      for (int band = 0; band < 3; band++) {
        softly
            .assertThat(rgb[at + band] & 0xFF)
            .as("%s at %s,%s, band %d", name, parts[0], parts[1], band)
            .isCloseTo(colour >> 8 * (2 - band) & 0xFF, within(Integer.parseInt(parts[3])));
      }
    }
  }

  /** All eight ways of storing a scene show it alike but for compression and a digit in it. */
  private static void scenesAgree(Map<String, ReadingChild.Read> reads) throws IOException {
    for (String scene : new String[] {"exif__Landscape_%d.jpg", "exif__Portrait_%d.jpg"}) {
      byte[] upright = Files.readAllBytes(reads.get(scene.formatted(1)).rgb());
      for (int tag = 2; tag <= 8; tag++) {
        byte[] turned = Files.readAllBytes(reads.get(scene.formatted(tag)).rgb());
        double difference = 0;
        for (int i = 0; i < turned.length; i++) {
          difference += Math.abs((turned[i] & 0xFF) - (upright[i] & 0xFF));
        }
        assertThat(difference / turned.length).as(scene, tag).isLessThan(4);
        assertThat(Arrays.equals(turned, upright)).isFalse();
      }
    }
  }
}
