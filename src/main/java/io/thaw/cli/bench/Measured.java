package io.thaw.cli.bench;

import io.thaw.job.Report;
import java.util.List;

/**
 * What one way of fine-tuning took.
 *
 * @param imagesPerSecond by phase
 * @param seconds by phase
 * @param epochsMeasured epochs that were run; where they are fewer than asked, {@link
 *     Seconds#total} takes the others to last as long as the mean of the later ones
 * @param valAccuracy share of held-back pictures classified rightly after the last epoch that was
 *     run
 * @param frozenValuesChanged numbers in frozen layers that differ after the run
 * @param peakMemory of the process, in bytes of resident memory; 0 where the system does not tell
 * @param features how the pictures became inputs of the layers that learn; null for plain DJL
 * @param notices what the run had to say
 */
public record Measured(
    Rates imagesPerSecond,
    Seconds seconds,
    int epochsMeasured,
    double valAccuracy,
    long frozenValuesChanged,
    long peakMemory,
    Report.Features features,
    List<String> notices) {

  /** Copies the list. */
  public Measured {
    notices = List.copyOf(notices);
  }

  /**
   * Images a second. In scan and intake all pictures count, in epochs those learned from, over the
   * time of training without validation.
   *
   * @param scan looking through the folder
   * @param intake decoding, frozen layers and storing; null for plain DJL, which has no such phase
   * @param firstEpoch the first epoch
   * @param laterEpochs all others that were run; null when there was none
   */
  public record Rates(double scan, Double intake, double firstEpoch, Double laterEpochs) {}

  /**
   * Seconds of wall time.
   *
   * @param startUp from the start of the process to that of the first epoch: scan and intake too
   * @param scan looking through the folder
   * @param intake decoding, frozen layers and storing; null for plain DJL
   * @param firstEpoch training and validation
   * @param laterEpoch mean of all others that were run, with validation; null when there was none
   * @param total from the start of the process to the end of the last epoch asked for
   */
  public record Seconds(
      double startUp,
      double scan,
      Double intake,
      double firstEpoch,
      Double laterEpoch,
      double total) {

    /** A later epoch, or the first where there was none. */
    public double typicalEpoch() {
      return laterEpoch == null ? firstEpoch : laterEpoch;
    }
  }
}
