package io.thaw.worker;

/** What a process's exit code tells a user, when nothing else does. */
final class ExitReason {
  /** Windows' EXCEPTION_ACCESS_VIOLATION and STATUS_STACK_BUFFER_OVERRUN, as Java sees them. */
  private static final int ACCESS_VIOLATION = 0xC0000005;

  private static final int BUFFER_OVERRUN = 0xC0000409;

  private ExitReason() {}

  /** One sentence; exit codes above 128 are 128 + the signal's number. */
  static String sentence(int exitCode) {
    return switch (exitCode) {
      case 0 -> "Training stopped: the worker ended without saying how the run went.";
      case 137 ->
          "Training stopped: the worker was killed (signal 9), often because memory ran out.";
      case 129, 130, 143 ->
          "Training stopped: the worker was ended from outside (signal " + (exitCode - 128) + ").";
      case 132, 134, 135, 136, 139 ->
          "Training stopped: the training engine crashed (signal " + (exitCode - 128) + ").";
      case ACCESS_VIOLATION, BUFFER_OVERRUN ->
          "Training stopped: the training engine crashed (code "
              + Integer.toHexString(exitCode)
              + ").";
      default -> "Training stopped: the worker ended unexpectedly (exit code " + exitCode + ").";
    };
  }
}
