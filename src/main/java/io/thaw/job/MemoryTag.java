package io.thaw.job;

import io.thaw.network.PlanWork;

/** How much memory a run will take. */
record MemoryTag(
    MachineSpeed machine, PlanWork work, PictureFacts pictures, TrainingSettings settings) {
  private static final long BYTES_PER_VALUE = 4;

  /** Where the system did not tell. */
  private static final long USUAL_WORKER = 350_000_000;

  /** Java's garbage while pictures are read. */
  private static final long JAVA = 130_000_000;

  /** The engine of the frozen layers takes memory in doubling pieces, and keeps them. */
  private static final int ARENA = 3;

  /** A network's arrays: as read, in the engine, and on their way to the result. */
  private static final int COPIES_OF_PARAMETERS = 3;

  /** Gradient and momentum. */
  private static final int MORE_FOR_LEARNING = 2;

  /** Pictures that are decoded ahead. */
  private static final int AHEAD = 64;

  /** Batches that are prepared ahead, with the one in the engine. */
  private static final int BATCHES = 3;

  /** Outputs that wait for the backward pass, and the gradients of some of them. */
  private static final double TRAINING = 1.5;

  /** Pictures kept as bytes take a third of Java's memory at most, for each of two sets. */
  private static final double SHARE_FOR_PICTURES = 2 / 3.0;

  long bytes() {
    double worker = machine.workerBytes() > 0 ? machine.workerBytes() : USUAL_WORKER;
    return (long) (worker + JAVA + parameters() + decoding() + prefix() + tail());
  }

  private double parameters() {
    long all = work.prefixParameters() + work.tailParameters();
    return BYTES_PER_VALUE
        * (double) (COPIES_OF_PARAMETERS * all + MORE_FOR_LEARNING * work.trainableParameters());
  }

  private double decoding() {
    if (work.hasPrefix()) {
      return (double) AHEAD * BYTES_PER_VALUE * work.inputValues();
    }
    boolean plain = settings.augmentation() == AugmentationKind.NONE;
    double views = plain ? 1 : Math.max(1, settings.keptViews(false));
    double kept =
        work.inputValues() * (views * pictures.train() + pictures.validation() + pictures.test());
    return Math.min(kept, SHARE_FOR_PICTURES * machine.heapBytes());
  }

  private double prefix() {
    return work.hasPrefix()
        ? MachineSpeed.FROZEN_BATCH
            * (double)
                (ARENA * work.prefixBytes()
                    + BYTES_PER_VALUE * (work.inputValues() + work.boundaryValues()))
        : 0;
  }

  private double tail() {
    long batch = Math.min(settings.batch(), pictures.train());
    return batch
        * (TRAINING * work.tailBytes() + BATCHES * BYTES_PER_VALUE * work.boundaryValues());
  }
}
