package io.thaw.run;

import io.thaw.tuning.plain.PlainTraining;
import java.util.List;

/**
 * What fine-tuning with plain DJL took.
 *
 * @param engines names and versions of what computed
 * @param scanSeconds looking through the folder
 * @param firstEpochAt when the first epoch began, in milliseconds since 1970
 * @param epochs in order
 * @param frozenValues numbers in frozen layers, running statistics among them
 * @param frozenValuesChanged how many of them differ after the run
 * @param peakMemory in bytes of resident memory; 0 where the system does not tell
 */
public record PlainReport(
    List<String> engines,
    int trainImages,
    int valImages,
    double scanSeconds,
    long firstEpochAt,
    List<Epoch> epochs,
    long frozenValues,
    long frozenValuesChanged,
    long peakMemory) {

  /**
   * One epoch.
   *
   * @param valAccuracy share of held-back pictures classified rightly
   */
  public record Epoch(double trainSeconds, double validationSeconds, double valAccuracy) {
    static Epoch of(PlainTraining.Epoch epoch) {
      return new Epoch(epoch.trainSeconds(), epoch.validationSeconds(), epoch.valAccuracy());
    }

    /** Training and validation. */
    public double seconds() {
      return trainSeconds + validationSeconds;
    }
  }
}
