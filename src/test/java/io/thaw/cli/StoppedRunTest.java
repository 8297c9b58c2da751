package io.thaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import io.thaw.job.Report;
import io.thaw.run.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to stop a run that is a process of its own; what was learned is kept. */
class StoppedRunTest {
  @TempDir private Path folder;
  private Path model;
  private Path data;

  @BeforeEach
  void makeInput() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("Bilder ü"), 10);
  }

  private ThawProcess start(String out, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("train", "--events", "--epochs", "1000000", "--out"));
    words.addAll(List.of(folder.resolve(out).toString(), "--model", model.toString()));
    words.addAll(List.of("--data", data.toString()));
    words.addAll(List.of(more));
    return new ThawProcess(words.toArray(String[]::new));
  }

  private static JobEvent event(String line) {
    return new EventCodec().decode(line).event();
  }

  /** Starts a run that would take hours and reads until it trains. */
  private ThawProcess training(String out) throws IOException {
    ThawProcess process = start(out, "--batch", "4");
    for (String line = process.line(); line != null; line = process.line()) {
      if (event(line) instanceof JobEvent.BatchDone) {
        return process;
      }
    }
    throw new AssertionError("The run ended before it trained: " + process.errors());
  }

  private void assertKept(ThawProcess process, String out) throws Exception {
    List<String> rest = process.rest();
    assertThat(event(rest.get(rest.size() - 1))).isInstanceOf(JobEvent.Cancelled.class);
    assertThat(process.exitCode()).isEqualTo(130);
    assertThat(folder.resolve(out).resolve("model/model-0000.params")).isRegularFile();
    assertThat(Report.read(folder.resolve(out).resolve("report.json")).cancelled()).isTrue();
  }

  @Test
  void aStopCommandKeepsWhatWasLearned() throws Exception {
    try (ThawProcess process = training("run")) {
      process.in().write("{\"command\":\"stop\"}\n".getBytes(StandardCharsets.UTF_8));
      process.in().flush();
      assertKept(process, "run");
    }
  }

  @Test
  void theEndOfStandardInputStops() throws Exception {
    try (ThawProcess process = training("run")) {
      // An end that comes sooner looks like no input at all.
      long start = System.nanoTime();
      while (System.nanoTime() - start <= EventStream.ATTACHED_NANOS) {
        assertThat(process.line()).isNotNull();
      }
      process.in().close();
      assertKept(process, "run");
    }
  }

  @Test
  void aParentThatWasThereIsMissedFromTheFirstMomentOn() throws Exception {
    try (ThawProcess process = start("run")) {
      process.in().write("{\"command\":\"attached\"}\n".getBytes(StandardCharsets.UTF_8));
      process.in().close();

      List<String> told = process.rest();
      assertThat(event(told.get(told.size() - 1))).isInstanceOf(JobEvent.Cancelled.class);
      assertThat(process.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void aPoliteKillStops() throws Exception {
    try (ThawProcess process = training("run")) {
      process.handle().destroy();
      assertKept(process, "run");
    }
  }
}
