package io.thaw.tuning;

import io.thaw.job.EpochRecord;
import java.util.List;

/**
 * How far a {@link TuningLoop} is: what the engine took, not what was prepared for it.
 *
 * @param epoch under way, from 1
 * @param batches taken of it
 * @param steps taken in the whole run
 * @param epochs the whole epochs so far
 * @param lossSum cross entropy summed over the pictures of the epoch so far
 * @param correct right answers on them
 * @param pictures how many they are
 * @param epochSeconds since the epoch began
 */
public record LoopPosition(
    int epoch,
    int batches,
    long steps,
    List<EpochRecord> epochs,
    double lossSum,
    long correct,
    long pictures,
    double epochSeconds) {

  /** Before the first step. */
  static final LoopPosition START = startOf(1, 0, List.of());

  public LoopPosition {
    epochs = List.copyOf(epochs);
  }

  /** Between two epochs. */
  static LoopPosition startOf(int epoch, long steps, List<EpochRecord> epochs) {
    return new LoopPosition(epoch, 0, steps, epochs, 0, 0, 0, 0);
  }
}
