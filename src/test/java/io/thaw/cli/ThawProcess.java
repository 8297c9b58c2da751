package io.thaw.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The real program in a process of its own. */
final class ThawProcess implements AutoCloseable {
  /** Long enough on a busy machine; a run that does not end shall fail its test, not stop all. */
  private static final int PATIENCE_MINUTES = 3;

  private final Process process;
  private final BufferedReader out;
  private final CompletableFuture<List<String>> errors;

  /**
   * Starts {@code thaw ARGUMENTS...}.
   *
   * <p>It shares the tests' {@code THAW_HOME}, and like them computes with one thread.
   */
  ThawProcess(String... arguments) throws IOException {
    this(false, arguments);
  }

  /** The same, but with as many threads as the program takes when nobody tells it how many. */
  static ThawProcess onAllCores(String... arguments) throws IOException {
    return new ThawProcess(true, arguments);
  }

  private ThawProcess(boolean onAllCores, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the program starts its own; and runs this short do not repay much compiling.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dthaw.install=" + System.getProperty("thaw.install"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.thaw.Launcher"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    if (onAllCores) {
      builder.environment().remove("OMP_NUM_THREADS");
    }
    process = builder.start();
    CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES)
        .execute(process::destroyForcibly);
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    errors = CompletableFuture.supplyAsync(() -> lines(process));
  }

  private static List<String> lines(Process process) {
    return new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))
        .lines()
        .toList();
  }

  /** The next line of standard output; null at its end. */
  String line() throws IOException {
    return out.readLine();
  }

  /** The rest of standard output. */
  List<String> rest() {
    return out.lines().toList();
  }

  OutputStream in() {
    return process.getOutputStream();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Standard error, once the process has ended. */
  List<String> errors() {
    return errors.join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
