package io.thaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.EpochRecord;
import io.thaw.job.JobEvent;
import io.thaw.job.ThawFolders;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private TextProgress progress(boolean terminal) {
    Path folder = Path.of("x");
    return new TextProgress(
        new Surroundings(
            folder,
            new ThawFolders(folder, folder, folder, folder),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            terminal),
        10);
  }

  private void show(boolean terminal, JobEvent... events) {
    TextProgress progress = progress(terminal);
    for (JobEvent event : events) {
      progress.event(event, "");
    }
  }

  @Test
  void aProbeShowsItsLayersAndClearsTheLineInTheEnd() {
    TextProgress progress = progress(true);
    progress.fitted(5, 10);
    progress.fitted(10, 10);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Telling the classes apart " + "█".repeat(12) + "░".repeat(12))
        .contains("after 5 of 10 layers")
        .endsWith(" \r")
        .doesNotContain("\n");
    out.reset();
    progress(false).fitted(5, 10);
    assertThat(out.size()).isZero();
  }

  private static JobEvent batch(int epoch, long step) {
    return new JobEvent.BatchDone(epoch, step, 200, 1.25, 0.5, 0.01, 321.4, 75);
  }

  private static final JobEvent EPOCH =
      new JobEvent.EpochDone(new EpochRecord(3, 0.5, 0.75, 0.6, 0.7, 0.01, 2, 400), 10);

  @Test
  void theBarIsThatOfTheEpoch() {
    show(true, batch(3, 50));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Epoch  3/10 " + "█".repeat(12) + "░".repeat(12))
        .contains("loss 1.2500  accuracy 0.500  321 images/s  1 min 15 s left")
        .doesNotContain("\n");
  }

  @Test
  void aLineThatIsReplacedLeavesNothingBehind() {
    show(true, batch(3, 50), EPOCH);

    String[] parts = out.toString(StandardCharsets.UTF_8).split("\r");
    assertThat(parts[1]).isBlank().hasSameSizeAs(parts[0]);
    assertThat(parts[2]).startsWith("Epoch  3/10 ").contains("validation loss 0.6000");
  }

  @Test
  void aFileGetsOnlyLinesThatLast() {
    show(false, batch(3, 50), batch(3, 60), EPOCH);

    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\r");
  }

  @Test
  void thousandsOfProblemsDoNotFillTheScreen() {
    JobEvent[] events = new JobEvent[1002];
    events[0] = new JobEvent.Started(1, "test", 1, "run");
    for (int i = 1; i <= 1000; i++) {
      events[i] = new JobEvent.ProblemFound(i + ".txt", "not a picture", "not-a-picture");
    }
    events[1001] = new JobEvent.Cancelled("run", false, 1);
    show(false, events);

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(22);
    assertThat(lines.get(0)).isEqualTo("Left out: 1.txt: not a picture");
    assertThat(lines.get(20)).startsWith("980 more files were left out;").contains("events.ndjson");
  }

  @Test
  void aFailureIsOneSentenceOnStandardError() {
    show(
        false,
        new JobEvent.Started(1, "test", 1, "run"),
        new JobEvent.Failed(true, "The folder is empty.", "technical"));

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("The folder is empty.");
    assertThat(out.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 880 | 120 | 1,000 pictures: 880 known from earlier runs, 120 computed by ONNX Runtime",
        "0 | 1000 | 0 | 1,000 pictures, all known from earlier runs",
        "0 | 0 | 1000 | 1,000 pictures computed by ONNX Runtime",
        "4 | 0 | 3400 | 3,400 views (4 of each training picture) computed by ONNX Runtime",
      })
  void whereFeaturesCameFromIsOneLine(int views, long known, long computed, String line) {
    show(true, new JobEvent.FeaturesReady("ONNX Runtime", views, known, computed, 5));

    assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly(line);
  }

  @Test
  void nothingIsSaidOfFeaturesWhereNoLayerIsComputedAhead() {
    show(false, new JobEvent.FeaturesReady(null, 0, 0, 1000, 0));

    assertThat(out.size()).isZero();
  }

  private static JobEvent moved(int epoch, Object... namesAndValues) {
    Map<String, Double> change = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      change.put((String) namesAndValues[i], (Double) namesAndValues[i + 1]);
    }
    return new JobEvent.LayersMoved(epoch, change);
  }

  private static final JobEvent STOPPED = new JobEvent.Cancelled("run", true, 1);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theEndSaysWhichLayersMovedMostTheHeadAside(boolean completed) {
    show(
        false,
        moved(1, "stem", 5.0, "head", 0.1),
        moved(2, "stem", 0.00123, "a", 0.0456, "b", 0.12, "c", 0.789, "d", 0.001, "head", 9.0),
        completed ? new JobEvent.Completed("run", 0.5, 1, 1) : STOPPED);

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.startsWith("Moved"))
        .containsExactly("Moved most: c 79 %, b 12 %, a 4.6 %");
  }

  @Test
  void aHeadAloneSaysNothingOfMovement() {
    show(false, moved(1, "head", 9.0), STOPPED);
    show(false, STOPPED);

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("Moved");
  }

  @Test
  void aResumedRunSaysWhereItGoesOn() {
    show(false, new JobEvent.Resumed(3, 412));

    assertThat(out.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("Resumed after epoch 3, step 412");
  }
}
