package io.thaw.cli;

import io.thaw.job.JobEvent;
import io.thaw.run.Failures;

/** What the process tells its caller. */
public final class ExitCode {
  /** What was asked is done. */
  public static final int DONE = 0;

  /** The command line was not understood. */
  public static final int USAGE = 2;

  /** The user's input cannot be used. */
  public static final int BAD_INPUT = 3;

  /** The run failed. */
  public static final int FAILED = 4;

  /** The user stopped the run. */
  public static final int CANCELLED = 130;

  private ExitCode() {}

  /** The code for the way a run ended. */
  static int of(JobEvent.Terminal end) {
    if (end instanceof JobEvent.Completed) {
      return DONE;
    }
    if (end instanceof JobEvent.Cancelled) {
      return CANCELLED;
    }
    return end instanceof JobEvent.Failed failed && failed.badInput() ? BAD_INPUT : FAILED;
  }

  /** The code for an exception. */
  static int of(Throwable failure) {
    return Failures.isBadInput(failure) ? BAD_INPUT : FAILED;
  }
}
