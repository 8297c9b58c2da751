package io.thaw.job;

import java.util.List;

/** What two runs that did the same have in common. */
public final class Untimed {
  private Untimed() {}

  /** Epochs without how long they took. */
  public static List<EpochRecord> epochs(List<EpochRecord> epochs) {
    return epochs.stream().map(Untimed::epoch).toList();
  }

  private static EpochRecord epoch(EpochRecord it) {
    return new EpochRecord(
        it.epoch(),
        it.loss(),
        it.accuracy(),
        it.valLoss(),
        it.valAccuracy(),
        it.learningRate(),
        0,
        0);
  }
}
