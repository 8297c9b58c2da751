package io.thaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import io.thaw.job.JobState;
import io.thaw.job.Report;
import io.thaw.job.Untimed;
import io.thaw.run.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thaw train --resume} after the end of a real process. */
class ResumeCommandTest {
  private static final int EPOCHS = 10;
  private static final int STEPS = EPOCHS * 18;

  @TempDir private static Path folder;
  private static Path model;
  private static Path data;

  /** Input, and a run that nothing interrupts. */
  @BeforeAll
  static void makeInputAndAWholeRun() throws Exception {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("pictures"), 30);
    assertThat(thaw(train("whole")).code()).isZero();
  }

  /** Batch normalisation, momentum and new views in every epoch. */
  private static String[] train(String out, String... more) {
    List<String> words =
        new ArrayList<>(List.of("train", "--model", model.toString(), "--data", data.toString()));
    words.addAll(List.of("--freeze", "none", "--augment", "standard", "--views", "0"));
    words.addAll(List.of("--epochs", Integer.toString(EPOCHS), "--batch", "4"));
    words.addAll(List.of("--out", folder.resolve(out).toString()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static String[] resume(String out, String... more) {
    List<String> words =
        new ArrayList<>(List.of("train", "--resume", folder.resolve(out).toString()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private record Finished(int code, List<String> out, List<String> errors) {}

  private static Finished thaw(String... arguments) throws Exception {
    try (ThawProcess process = new ThawProcess(arguments)) {
      process.in().close();
      List<String> out = process.rest();
      return new Finished(process.exitCode(), out, process.errors());
    }
  }

  private static JobEvent event(String line) {
    return new EventCodec().decode(line).event();
  }

  /** Reads until so many steps were taken. */
  private static void await(ThawProcess process, long step) throws IOException {
    for (String line = process.line(); line != null; line = process.line()) {
      if (event(line) instanceof JobEvent.BatchDone batch && batch.step() >= step) {
        return;
      }
    }
    throw new AssertionError("The run ended too early: " + process.errors());
  }

  private void assertSameResult(String whole, String resumed) throws IOException {
    assertThat(folder.resolve(resumed).resolve("model/model-0000.params"))
        .hasBinaryContent(
            Files.readAllBytes(folder.resolve(whole).resolve("model/model-0000.params")));
    Report one = Report.read(folder.resolve(whole).resolve("report.json"));
    Report other = Report.read(folder.resolve(resumed).resolve("report.json"));
    assertThat(Untimed.epochs(other.epochs())).isEqualTo(Untimed.epochs(one.epochs()));
    assertThat(other.valAccuracy()).isEqualTo(one.valAccuracy());
    assertThat(other.confusion()).isDeepEqualTo(one.confusion());
    JobState state = new JobState();
    List<String> lines = Files.readAllLines(folder.resolve(resumed).resolve("events.ndjson"));
    for (int i = 0; i < lines.size(); i++) {
      assertThat(new EventCodec().decode(lines.get(i)).sequence()).isEqualTo(i);
      state.apply(event(lines.get(i)));
    }
    assertThat(state.epochs()).isEqualTo(other.epochs());
  }

  @Test
  void aKilledWorkerIsGoneOnWithToTheSameBytes() throws Exception {
    Random random = new Random();
    long first = 3 + random.nextInt(25);
    long second = first + 1 + random.nextInt(25);
    try (ThawProcess process =
        new ThawProcess(train("killed", "--events", "--checkpoint-every", "0"))) {
      await(process, first);
      process.handle().destroyForcibly();
      process.exitCode();
    }
    try (ThawProcess process =
        new ThawProcess(resume("killed", "--events", "--checkpoint-every", "0"))) {
      await(process, second);
      process.handle().destroyForcibly();
      process.exitCode();
    }
    assertThat(folder.resolve("killed/report.json")).doesNotExist();

    Finished last = thaw(resume("killed"));

    assertThat(last.code()).as(last.errors().toString()).isZero();
    assertThat(last.out()).anyMatch(line -> line.matches("Resumed after epoch \\d, step \\d+"));
    assertThat(Report.read(folder.resolve("killed/report.json")).resumed())
        .as("killed after steps %d and %d of %d", first, second, STEPS)
        .isEqualTo(2);
    assertSameResult("whole", "killed");
  }

  @Test
  void aPoliteKillAndAStopCommandLeaveWhatCanBeGoneOnWith() throws Exception {
    try (ThawProcess process =
        new ThawProcess(train("stopped", "--events", "--checkpoint-every", "0"))) {
      await(process, 3);
      process.handle().destroy();
      assertThat(process.exitCode()).isEqualTo(130);
    }
    try (ThawProcess process =
        new ThawProcess(resume("stopped", "--events", "--checkpoint-every", "0"))) {
      await(process, 20);
      process.in().write("{\"command\":\"stop\"}\n".getBytes(StandardCharsets.UTF_8));
      process.in().flush();
      assertThat(process.exitCode()).isEqualTo(130);
    }

    Finished last = thaw(resume("stopped", "--events"));

    assertThat(last.code()).as(last.errors().toString()).isZero();
    assertThat(event(last.out().get(0))).isInstanceOf(JobEvent.Started.class);
    assertThat(last.out().stream().map(ResumeCommandTest::event))
        .anyMatch(JobEvent.Resumed.class::isInstance);
    assertSameResult("whole", "stopped");
  }

  @Test
  void anOptionThatChangesTheJobIsUsageAndNoRunIsBadInput() throws Exception {
    for (String[] more :
        List.of(
            new String[] {"--epochs", "9"},
            new String[] {"--no-cache"},
            new String[] {"--model", "frost-64"},
            new String[] {"--job", "x.json"},
            new String[] {"--checkpoint-every", "-1"})) {
      Finished refused = thaw(resume("none", more));
      assertThat(refused.code()).as(refused.out().toString()).isEqualTo(2);
      assertThat(refused.errors().get(0)).contains(more[0]).endsWith(".");
    }
    Finished none = thaw(resume("none"));
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.errors()).singleElement().asString().contains("no run folder").endsWith(".");
    Finished events = thaw(resume("none", "--events"));
    assertThat(events.code()).isEqualTo(3);
    assertThat(event(events.out().get(1)))
        .isInstanceOfSatisfying(
            JobEvent.Failed.class, it -> assertThat(it.message()).contains("no run folder"));
  }
}
