package io.thaw.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.thaw.cli.bench.BenchReport;
import io.thaw.cli.bench.Measured;
import io.thaw.job.CancelToken;
import io.thaw.job.JsonFiles;
import io.thaw.job.ThawFolders;
import io.thaw.run.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark with real processes, on a small real model and small real pictures. */
class BenchCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CancelToken cancel = new CancelToken();
  private Path data;

  @BeforeEach
  void makePictures() throws Exception {
    data = Fixtures.pictures(folder.resolve("Bilder ü"), 8);
  }

  private int bench(Path model, String... more) {
    ThawFolders folders = ThawFolders.of(Map.of("THAW_HOME", folder.resolve("home").toString()));
    String[] all = new String[more.length + 3];
    all[0] = "bench";
    all[1] = "--model=" + model;
    all[2] = "--data=" + data;
    System.arraycopy(more, 0, all, 3, more.length);
    Surroundings surroundings =
        new Surroundings(
            folder,
            folders,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            false);
    return new Cli(surroundings, cancel).run(all);
  }

  private void assertNothingIsLeft() {
    assertThat(folder.resolve("home/cache/pictures")).isEmptyDirectory();
    assertThat(folder.resolve("home/runs")).doesNotExist();
  }

  @Test
  void threeWaysAreMeasuredSideBySide() throws Exception {
    Path model = Fixtures.model(folder.resolve("tiny"));

    int code = bench(model, "--json", "--epochs=3", "--batch=8", "--seed=5");

    assertThat(code).as(err.toString(UTF_8)).isZero();
    JsonNode tree = JsonFiles.mapper().readTree(out.toString(UTF_8));
    assertThat(tree.path("version").asInt()).isEqualTo(1);
    BenchReport report = JsonFiles.mapper().treeToValue(tree, BenchReport.class);
    assertThat(report.trainImages() + report.valImages()).isEqualTo(24);
    assertThat(report.classes()).containsExactly("disc", "square", "stripes");
    assertThat(report.epochs()).isEqualTo(3);
    assertThat(report.batch()).isEqualTo(8);
    assertThat(report.seed()).isEqualTo(5);
    assertThat(report.learningRate()).isPositive();
    assertThat(report.engines()).anyMatch(it -> it.startsWith("DJL ")).hasSizeGreaterThan(1);
    assertThat(report.machine().cores()).isPositive();
    assertThat(report.machine().memory()).isPositive();
    assertThat(report.machine().processor()).isNotBlank();
    assertSane(report.plain(), 2);
    assertSane(report.cold(), 3);
    assertSane(report.warm(), 3);
    assertThat(report.plain().features()).isNull();
    assertThat(report.plain().seconds().intake()).isNull();
    assertThat(report.cold().features().fromCache()).isZero();
    assertThat(report.cold().features().computed()).isEqualTo(24);
    assertThat(report.warm().features().computed()).isZero();
    assertThat(report.warm().features().fromCache()).isEqualTo(24);
    assertThat(report.warm().valAccuracy()).isEqualTo(report.cold().valAccuracy());
    assertRatios(report);
    assertTextHasTheTable(report);
    assertNothingIsLeft();
  }

  private static void assertSane(Measured it, int epochs) {
    Measured.Seconds seconds = it.seconds();
    assertThat(it.epochsMeasured()).isEqualTo(epochs);
    assertThat(it.valAccuracy()).isBetween(0.0, 1.0);
    assertThat(it.frozenValuesChanged()).isZero();
    assertThat(it.peakMemory()).isNotNegative();
    assertThat(it.imagesPerSecond().scan()).isPositive();
    assertThat(it.imagesPerSecond().firstEpoch()).isPositive();
    assertThat(it.imagesPerSecond().laterEpochs()).isPositive();
    assertThat(seconds.scan()).isPositive().isLessThan(seconds.startUp());
    assertThat(seconds.firstEpoch()).isPositive();
    assertThat(seconds.laterEpoch()).isPositive();
    assertThat(seconds.total())
        .isGreaterThan(seconds.startUp())
        .isGreaterThan(seconds.firstEpoch() + 2 * seconds.laterEpoch());
  }

  private static void assertRatios(BenchReport report) {
    double plain = report.plain().seconds().total();
    assertThat(report.ratios().totalToCold())
        .isCloseTo(plain / report.cold().seconds().total(), within(1e-9));
    assertThat(report.ratios().totalToWarm())
        .isCloseTo(plain / report.warm().seconds().total(), within(1e-9));
    assertThat(report.ratios().laterEpoch())
        .isCloseTo(
            report.plain().seconds().laterEpoch() / report.cold().seconds().laterEpoch(),
            within(1e-9));
  }

  private static void assertTextHasTheTable(BenchReport report) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new BenchText(report).print(new PrintStream(text, true, UTF_8));
    assertThat(text.toString(UTF_8).lines())
        .anyMatch(it -> it.matches(" +plain DJL  Thaw, cold  Thaw, warm"))
        .anyMatch(it -> it.matches("intake, images/s +-  +[0-9.,]+  +[0-9.,]+"))
        .anyMatch(it -> it.matches("3 epochs from the start, s +about [0-9.]+ +[0-9.]+ +[0-9.]+"))
        .anyMatch(it -> it.startsWith("Plain DJL: 2 of 3 epochs measured"))
        .anyMatch(it -> it.startsWith("3 epochs: plain DJL takes "))
        .anyMatch(it -> it.contains(" cores, ") && it.contains("DJL "));
  }

  @Test
  void aModelThatIsNotThereIsOneSentence() {
    assertThat(bench(folder.resolve("none"))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString(UTF_8)).contains(folder.resolve("none").toString()).endsWith(".\n");
    assertThat(err.toString(UTF_8).lines()).hasSize(1);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void aStoppedBenchmarkLeavesNothing() throws Exception {
    cancel.cancel();
    assertThat(bench(Fixtures.model(folder.resolve("tiny")))).isEqualTo(ExitCode.CANCELLED);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void nonsenseIsRefusedBeforeAnythingStarts() {
    assertThat(bench(folder, "--epochs=0")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench(folder, "--plain-epochs=0")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench(folder, "--epochs=few")).isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("home")).doesNotExist();
  }
}
