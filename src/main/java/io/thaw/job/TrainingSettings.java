package io.thaw.job;

import java.util.Objects;
import java.util.function.Consumer;

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
 * @param warmUp share of the steps in which a cosine schedule rises to its largest rate, from 0 to
 *     below 1
 * @param labelSmoothing share of the target that is spread evenly over all classes, from 0 to below
 *     1 (Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", 2016)
 * @param firstSize side of the training pictures, in pixels, in the first three fifths of the
 *     epochs, which small pictures make faster; 0 for the network's own size from the beginning
 * @param augmentation random changes to the training pictures
 * @param views with augmentation, how many changed views of each picture are made once and kept for
 *     the epochs to draw among; 0 makes fresh ones each epoch and keeps none; {@link
 *     #AUTOMATIC_VIEWS} leaves it to Thaw
 * @param balance what is done about classes of different size
 */
public record TrainingSettings(
    int epochs,
    int batch,
    double learningRate,
    OptimizerKind optimizer,
    double momentum,
    double weightDecay,
    RateSchedule schedule,
    double warmUp,
    double labelSmoothing,
    int firstSize,
    AugmentationKind augmentation,
    int views,
    ClassBalance balance) {

  /** Four views where frozen layers are computed once, fresh ones where every layer learns. */
  public static final int AUTOMATIC_VIEWS = -1;

  private static final double SMALL_SHARE = 0.6;
  private static final double WARM_UP = 0.05;
  private static final int VIEWS_WITH_PREFIX = 4;
  private static final int MOST_VIEWS = 64;

  /** Settings that are a choice of several are never null. */
  public TrainingSettings {
    Objects.requireNonNull(optimizer, "optimizer");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(augmentation, "augmentation");
    Objects.requireNonNull(balance, "balance");
  }

  /** Settings with the usual warm-up, without label smoothing, and with classes as they are. */
  public TrainingSettings(
      int epochs,
      int batch,
      double learningRate,
      OptimizerKind optimizer,
      double momentum,
      double weightDecay,
      RateSchedule schedule,
      AugmentationKind augmentation,
      int views) {
    this(
        epochs,
        batch,
        learningRate,
        optimizer,
        momentum,
        weightDecay,
        schedule,
        WARM_UP,
        0,
        0,
        augmentation,
        views,
        ClassBalance.NONE);
  }

  /** What the window and the command line start from. */
  public static final TrainingSettings DEFAULT =
      new TrainingSettings(
          10,
          32,
          0,
          OptimizerKind.SGD,
          0.9,
          1e-4,
          RateSchedule.COSINE,
          AugmentationKind.NONE,
          AUTOMATIC_VIEWS);

  /** The same settings with another number of epochs. */
  public TrainingSettings withEpochs(int value) {
    return changed(draft -> draft.epochs = value);
  }

  /** The same settings with another batch size. */
  public TrainingSettings withBatch(int value) {
    return changed(draft -> draft.batch = value);
  }

  /** The same settings with another learning rate. */
  public TrainingSettings withLearningRate(double value) {
    return changed(draft -> draft.learningRate = value);
  }

  /** The same settings with another augmentation. */
  public TrainingSettings withAugmentation(AugmentationKind value, int kept) {
    return changed(
        draft -> {
          draft.augmentation = value;
          draft.views = kept;
        });
  }

  /** The same settings with something else done about classes of different size. */
  public TrainingSettings withBalance(ClassBalance value) {
    return changed(draft -> draft.balance = value);
  }

  /** The last epoch that learns from pictures of {@link #firstSize}; 0 when there is none. */
  public int lastSmallEpoch() {
    return firstSize == 0 ? 0 : (int) Math.round(epochs * SMALL_SHARE);
  }

  /**
   * How many changed views of each training picture are kept; 0 when there are fresh ones each
   * epoch, or when there is no augmentation.
   *
   * @param hasPrefix whether frozen layers are cut off, so that a view is dear
   */
  public int keptViews(boolean hasPrefix) {
    if (augmentation == AugmentationKind.NONE) {
      return 0;
    }
    return views != AUTOMATIC_VIEWS ? views : hasPrefix ? VIEWS_WITH_PREFIX : 0;
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
    requireShare(warmUp, "The warm-up");
    requireShare(labelSmoothing, "Label smoothing");
    BadJobException.unless(
        firstSize == 0 || augmentation != AugmentationKind.NONE && keptViews(false) == 0,
        "Pictures can only grow while a run learns if it makes fresh views of them each epoch.");
    BadJobException.unless(
        views >= AUTOMATIC_VIEWS && views <= MOST_VIEWS,
        "The augmented views of a picture must lie from 0 to %d; they are %d."
            .formatted(MOST_VIEWS, views));
  }

  private static void requireShare(double value, String what) {
    BadJobException.unless(
        value >= 0 && value < 1, what + " must lie from 0 to below 1; it is " + value + ".");
  }

  private TrainingSettings changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** The components of settings while some of them are changed. */
  private static final class Draft {
    private final TrainingSettings before;
    private int epochs;
    private int batch;
    private double learningRate;
    private AugmentationKind augmentation;
    private int views;
    private ClassBalance balance;

    Draft(TrainingSettings settings) {
      before = settings;
      epochs = settings.epochs;
      batch = settings.batch;
      learningRate = settings.learningRate;
      augmentation = settings.augmentation;
      views = settings.views;
      balance = settings.balance;
    }

    TrainingSettings finished() {
      return new TrainingSettings(
          epochs,
          batch,
          learningRate,
          before.optimizer,
          before.momentum,
          before.weightDecay,
          before.schedule,
          before.warmUp,
          before.labelSmoothing,
          before.firstSize,
          augmentation,
          views,
          balance);
    }
  }
}
