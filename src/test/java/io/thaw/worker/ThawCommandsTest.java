package io.thaw.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThawCommandsTest {
  private static final WorkerCommand COMMAND =
      WorkerCommand.ofThisProgram(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
          .withMainClass(FakeCommand.class.getName());

  @Test
  void givesExitCodeOutputAndTheLastSentence() {
    CommandRunner.Result result =
        new ThawCommands(COMMAND).run(List.of("3", "two words", "\"quoted\""));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.output())
        .startsWith("3|two words|\"quoted\"|-1|日本\n")
        .hasSizeGreaterThan(200_000);
    assertThat(result.message()).isEqualTo("The folder is not there.");
  }

  @Test
  void saysThatItCouldNotStart() {
    WorkerCommand none = new WorkerCommand(Path.of("no-java"), List.of(), "", "x");
    CommandRunner.Result result = new ThawCommands(none).run(List.of("0"));
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.message()).startsWith("The command could not be started");
  }

  @Test
  void anInterruptEndsTheCommand() throws Exception {
    CompletableFuture<CommandRunner.Result> result = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> result.complete(new ThawCommands(COMMAND).run(List.of("wait"))));
    thread.start();
    ProcessHandle child = awaitChild();
    thread.interrupt();
    assertThat(result.get(60, TimeUnit.SECONDS).exitCode()).isEqualTo(130);
    child.onExit().get(60, TimeUnit.SECONDS);
  }

  @Test
  void linesAreToldWhileTheCommandIsAtWork() throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread thread = new Thread(() -> new ThawCommands(COMMAND).run(List.of("wait"), lines::add));
    thread.start();

    assertThat(lines.poll(60, TimeUnit.SECONDS)).isEqualTo("so far");
    assertThat(thread.isAlive()).isTrue();
    thread.interrupt();
    thread.join();
  }

  private static ProcessHandle awaitChild() {
    while (true) {
      var child =
          ProcessHandle.current()
              .children()
              .filter(it -> it.info().command().orElse("").contains("java"))
              .findFirst();
      if (child.isPresent()) {
        return child.get();
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void theProgramIsStartedWithWhatItNeeds() {
    ProcessBuilder builder =
        WorkerCommand.ofThisProgram(List.of("-Xmx1g")).process(List.of("demo"));
    assertThat(builder.command())
        .contains(
            "-Xmx1g",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dai.djl.offline=true",
            "-Djava.awt.headless=true",
            "-Dthaw.install=" + System.getProperty("thaw.install"))
        .endsWith("-cp", System.getProperty("java.class.path"), "io.thaw.Launcher", "demo");
    assertThat(builder.environment()).containsEntry("OPT_OUT_TRACKING", "true");
  }

  @Test
  void theProgramIsGivenMoreEnvironment() {
    WorkerCommand command =
        WorkerCommand.ofThisProgram(List.of())
            .withEnvironment(Map.of("THAW_CACHE", "a", "OTHER", "b"))
            .withEnvironment(Map.of("THAW_CACHE", "c"))
            .withMainClass("x");
    assertThat(command.process(List.of()).environment())
        .containsAllEntriesOf(System.getenv())
        .containsEntry("THAW_CACHE", "c")
        .containsEntry("OTHER", "b");
  }
}
