package io.thaw.job;

import java.util.Objects;

/**
 * How a run learns.
 *
 * @param epochs passes over the training pictures, at least 1
 * @param batch pictures per step, at least 1
 * @param learningRate the largest rate of the schedule; 0 leaves it to Thaw
 * @param optimizer update rule
 * @param momentum of SGD, from 0 to below 1
 * @param weightDecay L2 penalty on weights (never on biases, BatchNorm or frozen layers)
 * @param schedule how the rate changes over the run
 * @param augmentation random changes to the training pictures
 */
public record TrainingSettings(
    int epochs,
    int batch,
    double learningRate,
    OptimizerKind optimizer,
    double momentum,
    double weightDecay,
    RateSchedule schedule,
    AugmentationKind augmentation) {

  /** Settings that are a choice of several are never null. */
  public TrainingSettings {
    Objects.requireNonNull(optimizer, "optimizer");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(augmentation, "augmentation");
  }

  /** What the window and the command line start from. */
  public static final TrainingSettings DEFAULT =
      new TrainingSettings(
          10, 32, 0, OptimizerKind.SGD, 0.9, 1e-4, RateSchedule.COSINE, AugmentationKind.NONE);

  /** The same settings with another number of epochs. */
  public TrainingSettings withEpochs(int value) {
    return new TrainingSettings(
        value, batch, learningRate, optimizer, momentum, weightDecay, schedule, augmentation);
  }

  /** The same settings with another batch size. */
  public TrainingSettings withBatch(int value) {
    return new TrainingSettings(
        epochs, value, learningRate, optimizer, momentum, weightDecay, schedule, augmentation);
  }

  /** The same settings with another learning rate. */
  public TrainingSettings withLearningRate(double value) {
    return new TrainingSettings(
        epochs, batch, value, optimizer, momentum, weightDecay, schedule, augmentation);
  }

  /**
   * Checks the ranges.
   *
   * @throws BadJobException with one sentence naming the first value out of range
   */
  public void requireValid() {
    BadJobException.unless(epochs >= 1, "Epochs must be at least 1; it is " + epochs + ".");
    BadJobException.unless(batch >= 1, "The batch size must be at least 1; it is " + batch + ".");
    BadJobException.unless(
        learningRate >= 0 && Double.isFinite(learningRate),
        "The learning rate must be a positive number, or 0 for the default; it is "
            + learningRate
            + ".");
    BadJobException.unless(
        momentum >= 0 && momentum < 1,
        "Momentum must lie from 0 to below 1; it is " + momentum + ".");
    BadJobException.unless(
        weightDecay >= 0 && Double.isFinite(weightDecay),
        "Weight decay must not be negative; it is " + weightDecay + ".");
  }
}
