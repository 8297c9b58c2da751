package io.thaw.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract between a parent and its worker, with real child processes. */
class WorkerProcessTest {
  private static final WorkerCommand COMMAND =
      WorkerCommand.ofThisProgram(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
          .withMainClass(FakeWorker.class.getName());

  @TempDir Path folder;

  private final Recorder recorder = new Recorder();

  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    for (JobEvent.Started it : recorder.all(JobEvent.Started.class)) {
      var process = ProcessHandle.of(it.pid());
      if (process.isPresent()) {
        process.get().onExit().get(60, TimeUnit.SECONDS);
      }
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("worker-")) {
        thread.join(60_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
    assertThat(jobFiles()).isEmpty();
  }

  @Test
  void aRunThatCompletesTellsItsEventsInOrder() throws Exception {
    JobEvent.Terminal end = run("ok");
    assertThat(end).isEqualTo(new JobEvent.Completed(folder.toString(), 0.5, 1, 2));
    assertThat(recorder.events()).hasSize(2).last().isEqualTo(end);
    assertThat(recorder.events().get(0)).isInstanceOf(JobEvent.Started.class);
    assertThat(recorder.threads()).hasSize(1).doesNotContain(Thread.currentThread());
  }

  @Test
  void aRunThatIsResumedNumbersItsMessagesOn() throws Exception {
    JobEvent.Terminal end = run("resumed");

    assertThat(recorder.events())
        .hasSize(3)
        .contains(new JobEvent.Resumed(1, 7))
        .last()
        .isEqualTo(end);
  }

  @Test
  void aRunThatFailsSaysWhy() throws Exception {
    assertThat(run("failed")).isEqualTo(new JobEvent.Failed(false, "It broke.", "java.lang.Error"));
  }

  @Test
  void aRunMayFailBeforeItHasAnythingToIntroduce() throws Exception {
    assertThat(run("refused")).isEqualTo(new JobEvent.Failed(true, "No such folder.", "why"));
    assertThat(recorder.events()).hasSize(1);
  }

  @Test
  void stopAsksTheWorkerToEnd() throws Exception {
    JobHandle handle = start("until-stop");
    recorder.await(JobEvent.Started.class);
    handle.stop();
    assertThat(end(handle)).isEqualTo(new JobEvent.Cancelled("stop", true, 1));
  }

  @Test
  void aStopBeforeTheWorkerIsUpIsNotLost() throws Exception {
    JobHandle handle = start("until-stop");
    handle.stop();
    handle.stop();
    assertThat(end(handle)).isEqualTo(new JobEvent.Cancelled("stop", true, 1));
    handle.stop();
    handle.kill();
  }

  @Test
  void aWorkerKilledFromOutsideIsACrash() throws Exception {
    JobHandle handle = start("hangs");
    long pid = recorder.await(JobEvent.Started.class).pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    JobEvent.Crashed crash = (JobEvent.Crashed) end(handle);
    assertThat(crash.exitCode()).isEqualTo(137);
    assertThat(crash.message())
        .isEqualTo(
            "Training stopped: the worker was killed (signal 9), often because memory ran out.");
  }

  @Test
  void killEndsTheWorkerAndDoesNotBlameTheMemory() throws Exception {
    JobHandle handle = start("hangs");
    recorder.await(JobEvent.Started.class);
    handle.kill();
    JobEvent.Crashed crash = (JobEvent.Crashed) end(handle);
    assertThat(crash.message()).isEqualTo("Training was ended at once, as asked.");
  }

  @Test
  void anExitWithoutATerminalEventIsACrashWithItsLastWords() throws Exception {
    JobEvent.Crashed crash = (JobEvent.Crashed) run("exits");
    assertThat(crash.exitCode()).isEqualTo(3);
    assertThat(crash.message()).endsWith("the worker ended unexpectedly (exit code 3).");
    assertThat(crash.errorTail()).hasSize(50).startsWith("word 11").endsWith("word 60");
  }

  @Test
  void anExitWithoutAnyWordIsACrashToo() throws Exception {
    assertThat(((JobEvent.Crashed) run("silent")).message())
        .endsWith("the worker ended without saying how the run went.");
    assertThat(recorder.events()).hasSize(1);
  }

  @Test
  void strayLinesAreNoticesAndTheRunGoesOn() throws Exception {
    assertThat(run("garbage")).isInstanceOf(JobEvent.Completed.class);
    List<String> notices = notices();
    assertThat(notices).hasSize(7);
    assertThat(notices.subList(0, 5)).allMatch(it -> it.contains("no event: Downloading"));
    assertThat(notices.get(5)).contains("passed over");
    assertThat(notices.get(6)).contains("does not know: gpu");
  }

  @Test
  void lostMessagesAreNoticed() throws Exception {
    assertThat(run("gap")).isInstanceOf(JobEvent.Completed.class);
    assertThat(notices())
        .containsExactly(
            "Some of the worker's messages were lost: number 1 was due, number 3 came.");
    assertThat(recorder.events()).contains(new JobEvent.PhaseStarted(Phase.TRAIN));
  }

  @Test
  void namesInAnyScriptArriveWhole() throws Exception {
    run("words");
    assertThat(recorder.await(JobEvent.DataReady.class).classes())
        .containsExactly("Gänseblümchen", "日本");
  }

  @Test
  void aFloodOnBothStreamsBlocksNothing() throws Exception {
    assertThat(run("floods")).isInstanceOf(JobEvent.Completed.class);
    assertThat(notices()).hasSize(2_000).startsWith("notice 0").endsWith("notice 1999");
  }

  @Test
  void aWorkerThatDoesNotEndAfterItsLastWordIsEnded() throws Exception {
    JobHandle handle = runner(Duration.ofMillis(50)).start(job("ends-and-hangs"), recorder);
    assertThat(end(handle)).isInstanceOf(JobEvent.Completed.class);
    ProcessHandle.of(recorder.await(JobEvent.Started.class).pid())
        .ifPresent(it -> assertThat(it.onExit()).succeedsWithin(Duration.ofSeconds(60)));
    assertThat(recorder.events()).hasSize(2);
  }

  @Test
  void onlyTheFirstTerminalEventCounts() throws Exception {
    assertThat(run("ends-twice")).isInstanceOf(JobEvent.Completed.class);
    nothingIsLeftBehind();
    assertThat(recorder.events()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"other-version", "unintroduced"})
  void aWorkerOfAnotherVersionIsRefusedAndStopped(String behaviour) throws Exception {
    JobEvent.Failed failed = (JobEvent.Failed) run(behaviour);
    assertThat(failed.message()).contains("belongs to another version of Thaw");
    nothingIsLeftBehind();
    assertThat(folder.resolve("end")).exists();
    assertThat(recorder.events()).hasSize(1);
  }

  @Test
  void aWorkerThatCannotBeStartedIsAFailure() throws Exception {
    WorkerCommand none =
        new WorkerCommand(folder.resolve("no-java"), List.of(), "", FakeWorker.class.getName());
    JobHandle handle = new WorkerProcess(none, folder).start(job("ok"), recorder);
    handle.stop();
    handle.kill();
    JobEvent.Failed failed = (JobEvent.Failed) end(handle);
    assertThat(failed.message())
        .isEqualTo("Training could not start: the worker's Java could not be run.");
    assertThat(failed.detail()).contains("no-java");
    assertThat(recorder.events()).containsExactly(failed);
  }

  @Test
  void aJobFileThatCannotBeWrittenIsAFailure() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    JobHandle handle = new WorkerProcess(COMMAND, file).start(job("ok"), recorder);
    assertThat(((JobEvent.Failed) end(handle)).message())
        .startsWith("Training could not start: ")
        .endsWith("could not be written.");
  }

  @Test
  void aListenerThatThrowsMissesNothing() throws Exception {
    JobHandle handle =
        runner(Duration.ofSeconds(10))
            .start(
                job("ok"),
                event -> {
                  recorder.accept(event);
                  throw new IllegalStateException("on purpose");
                });
    assertThat(end(handle)).isInstanceOf(JobEvent.Completed.class);
    assertThat(recorder.events()).hasSize(2);
  }

  @Test
  void aWorkerEndsWhenItsParentDies() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    ProcessBuilder builder =
        COMMAND
            .withMainClass(FakeParent.class.getName())
            .process(List.of(data.toString(), folder.resolve("parent").toString()));
    Process parent = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (LineReader lines = new LineReader(parent.getInputStream(), 100)) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(lines.next())).orElseThrow();
      parent.destroyForcibly();
      assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(60));
    }
    assertThat(data.resolve("end")).exists();
  }

  private JobEvent.Terminal run(String behaviour) throws Exception {
    return end(start(behaviour));
  }

  private JobHandle start(String behaviour) {
    return runner(Duration.ofSeconds(10)).start(job(behaviour), recorder);
  }

  private WorkerProcess runner(Duration grace) {
    return new WorkerProcess(COMMAND, folder.resolve("jobs ü"), grace);
  }

  private JobSpec job(String behaviour) {
    return JobSpec.of(behaviour, folder.toString());
  }

  /** The listener has been told by then. */
  private JobEvent.Terminal end(JobHandle handle) throws Exception {
    JobEvent.Terminal end = handle.end().get(60, TimeUnit.SECONDS);
    assertThat(recorder.all(JobEvent.Terminal.class)).containsExactly(end);
    return end;
  }

  private List<String> notices() {
    return recorder.all(JobEvent.Notice.class).stream().map(JobEvent.Notice::message).toList();
  }

  private List<Path> jobFiles() throws IOException {
    Path jobs = folder.resolve("jobs ü");
    if (!Files.isDirectory(jobs)) {
      return List.of();
    }
    try (var files = Files.list(jobs)) {
      return files.toList();
    }
  }
}
