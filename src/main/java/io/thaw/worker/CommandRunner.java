package io.thaw.worker;

import java.util.List;
import java.util.function.Consumer;

/** Runs a short command of the command line in a process of its own, such as an export. */
public interface CommandRunner {
  /**
   * What a command left behind.
   *
   * @param exitCode 0 when it did what was asked
   * @param output its standard output
   * @param message the sentence it gave on standard error, for the user; empty when it gave none
   */
  record Result(int exitCode, String output, String message) {}

  /** Runs {@code thaw ARGUMENTS...} to its end; blocks, so not for the FX thread. */
  Result run(List<String> arguments);

  /**
   * The same for a command that tells how far it is.
   *
   * @param line told each line of standard output as soon as it is there, by any thread; the
   *     result's output is empty then
   */
  default Result run(List<String> arguments, Consumer<String> line) {
    Result result = run(arguments);
    result.output().lines().forEach(line);
    return new Result(result.exitCode(), "", result.message());
  }
}
