package io.thaw.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Runs the program's own command line, {@code thaw ARGUMENTS...}, in a child process. */
public final class ThawCommands implements CommandRunner {
  /** The exit code of a run that failed, in the command line's own vocabulary. */
  private static final int FAILED = 4;

  private static final int CANCELLED = 130;

  private final WorkerCommand command;

  /**
   * @param command starts the program
   */
  public ThawCommands(WorkerCommand command) {
    this.command = command;
  }

  /**
   * {@inheritDoc}
   *
   * <p>An interrupt ends the command by force; the result's exit code is then 130.
   */
  @Override
  public Result run(List<String> arguments) {
    return follow(arguments, ThawCommands::read);
  }

  /**
   * {@inheritDoc}
   *
   * <p>An interrupt ends the command by force; the result's exit code is then 130.
   */
  @Override
  public Result run(List<String> arguments, Consumer<String> line) {
    return follow(
        arguments,
        stream -> {
          stream.lines().forEach(line);
          return "";
        });
  }

  /** What becomes of a command's standard output. */
  private interface Reading {
    String of(BufferedReader stream) throws IOException;
  }

  private static String read(BufferedReader stream) throws IOException {
    StringWriter all = new StringWriter();
    stream.transferTo(all);
    return all.toString();
  }

  private Result follow(List<String> arguments, Reading reading) {
    try {
      return await(command.process(arguments).start(), reading);
    } catch (IOException e) {
      return new Result(FAILED, "", "The command could not be started: " + e.getMessage());
    }
  }

  private static Result await(Process process, Reading reading) throws IOException {
    process.getOutputStream().close();
    ErrorTail errors = ErrorTail.of(process);
    CompletableFuture<String> output = output(process, reading);
    try {
      int exitCode = process.waitFor();
      errors.await(0);
      return new Result(exitCode, output.get(), lastLine(errors.lines()));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Result(CANCELLED, "", "The command was interrupted.");
    } catch (ExecutionException e) {
      throw new IOException("its output could not be read", e);
    }
  }

  private static CompletableFuture<String> output(Process process, Reading reading) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader stream =
                  new BufferedReader(
                      new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                text.complete(reading.of(stream));
              } catch (IOException | RuntimeException e) {
                text.completeExceptionally(e);
              }
            },
            "worker-output-" + process.pid());
    thread.setDaemon(true);
    thread.start();
    return text;
  }

  private static String lastLine(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce("", (before, line) -> line);
  }
}
