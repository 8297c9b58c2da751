package io.thaw.cli;

import io.thaw.job.AugmentationKind;
import io.thaw.job.ClassBalance;
import io.thaw.job.OptimizerKind;
import io.thaw.job.RateSchedule;
import io.thaw.job.TrainingSettings;
import picocli.CommandLine.Option;

/** The options of {@code thaw train} that say how to learn. */
final class TrainingOptions {
  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training pictures (default 10).")
  private Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "Pictures per step (default 32).")
  private Integer batch;

  @Option(
      names = "--lr",
      paramLabel = "X",
      description = {
        "Largest learning rate (default: fitted to the features for a head alone, else 0.01 for",
        "sgd; 0.001 for adam)."
      })
  private Double learningRate;

  @Option(
      names = "--optimizer",
      paramLabel = "sgd|adam",
      description = "Update rule (default sgd with momentum).")
  private OptimizerKind optimizer;

  @Option(names = "--momentum", paramLabel = "X", description = "Momentum of sgd (default 0.9).")
  private Double momentum;

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      description = "L2 penalty on weights (default 0.0001).")
  private Double weightDecay;

  @Option(
      names = "--schedule",
      paramLabel = "cosine|constant",
      description = "How the rate changes over the run (default cosine).")
  private RateSchedule schedule;

  @Option(
      names = "--augment",
      paramLabel = "none|light|crops|standard",
      description = {
        "Random changes to the training pictures: light mirrors and crops a little; crops mirrors",
        "and shows any part of a half or more; standard crops more still, turns, and changes",
        "brightness, contrast and colour (default none)."
      })
  private AugmentationKind augmentation;

  @Option(
      names = "--views",
      paramLabel = "K",
      description = {
        "With --augment, changed views of each picture that are made once and kept; 0 makes fresh",
        "ones each epoch (default: 4 where layers are frozen, else 0)."
      })
  private Integer views;

  @Option(
      names = "--balance",
      paramLabel = "none|loss|sampling",
      converter = BalanceWord.class,
      description = {
        "For classes of different size: loss gives the pictures of small classes more weight,",
        "sampling shows each class equally often (default none)."
      })
  private ClassBalance balance;

  /** These options where they are given, the settings elsewhere. */
  TrainingSettings over(TrainingSettings settings) {
    return new TrainingSettings(
        epochs != null ? epochs : settings.epochs(),
        batch != null ? batch : settings.batch(),
        learningRate != null ? learningRate : settings.learningRate(),
        optimizer != null ? optimizer : settings.optimizer(),
        momentum != null ? momentum : settings.momentum(),
        weightDecay != null ? weightDecay : settings.weightDecay(),
        schedule != null ? schedule : settings.schedule(),
        settings.warmUp(),
        settings.labelSmoothing(),
        settings.firstSize(),
        augmentation != null ? augmentation : settings.augmentation(),
        views != null ? views : settings.views(),
        balance != null ? balance : settings.balance());
  }
}
