package io.thaw.tuning;

/** Training left the numbers; the message is one sentence for the user. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DivergedException(int epoch, double learningRate) {
    super(
        "The loss stopped being a number in epoch "
            + epoch
            + ": the learning rate of "
            + learningRate
            + " is too large for this model; try a tenth of it.");
  }
}
