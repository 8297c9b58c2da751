package io.thaw.run;

/** Frozen layers changed, which must never happen; the message is one sentence for the user. */
final class FrozenChangedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FrozenChangedException(long changed, long values) {
    super(
        "The run is not valid: %,d of %,d frozen values changed, which is an error in Thaw."
            .formatted(changed, values));
  }
}
