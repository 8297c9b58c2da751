package io.thaw.cli.bench;

/** One of the processes that were to be measured did not do what was asked. */
public final class ChildFailedException extends Exception {
  private static final long serialVersionUID = 1;

  /** How the process ended, in the command line's own terms. */
  public enum Reason {
    /** The user's input cannot be used. */
    BAD_INPUT,
    /** It failed. */
    FAILED,
    /** The user stopped it. */
    CANCELLED
  }

  private final Reason reason;

  ChildFailedException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /** How it ended. */
  public Reason reason() {
    return reason;
  }
}
