package io.thaw.worker;

import java.util.List;

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
}
