package io.thaw.tuning;

/** Keeps the state of a {@link TuningLoop} now and then, so that it can go on after an end. */
public interface Keeper {
  /** When a loop offers its state. */
  enum Moment {
    /** After a step that does not end the epoch, or not yet. */
    STEP,
    /** After an epoch and its validation; not after the last one. */
    EPOCH,
    /** The run ends early; this is its last state. */
    CANCELLED
  }

  /** Whether the state is wanted; asked after every step, so it must cost nothing. */
  boolean wants(Moment moment);

  /** Takes a state that was wanted. */
  void keep(Moment moment, LoopState state);
}
