package io.thaw.ui.training;

import io.thaw.ui.common.Figures;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The newest figures of a run, as text; an em dash where there is none yet. */
public final class RunFigures {
  private final StringProperty epoch = new SimpleStringProperty(this, "epoch");
  private final StringProperty trainingLoss = new SimpleStringProperty(this, "trainingLoss");
  private final StringProperty trainingAccuracy =
      new SimpleStringProperty(this, "trainingAccuracy");
  private final StringProperty validationLoss = new SimpleStringProperty(this, "validationLoss");
  private final StringProperty validationAccuracy =
      new SimpleStringProperty(this, "validationAccuracy");
  private final StringProperty best = new SimpleStringProperty(this, "best");
  private final StringProperty learningRate = new SimpleStringProperty(this, "learningRate");
  private final StringProperty pictures = new SimpleStringProperty(this, "pictures");
  private final StringProperty frozen = new SimpleStringProperty(this, "frozen");
  private final StringProperty trainable = new SimpleStringProperty(this, "trainable");

  private final StringProperty features = new SimpleStringProperty(this, "features");
  private final StringProperty featuresNote = new SimpleStringProperty(this, "featuresNote");

  RunFigures() {
    clear();
  }

  /** Current epoch of all. */
  public StringProperty epoch() {
    return epoch;
  }

  public StringProperty trainingLoss() {
    return trainingLoss;
  }

  public StringProperty trainingAccuracy() {
    return trainingAccuracy;
  }

  public StringProperty validationLoss() {
    return validationLoss;
  }

  public StringProperty validationAccuracy() {
    return validationAccuracy;
  }

  /** Best validation accuracy so far and its epoch. */
  public StringProperty best() {
    return best;
  }

  public StringProperty learningRate() {
    return learningRate;
  }

  /** Pictures learned from and held back. */
  public StringProperty pictures() {
    return pictures;
  }

  /** Number of values that stay as they are. */
  public StringProperty frozen() {
    return frozen;
  }

  /** Number of values that learn. */
  public StringProperty trainable() {
    return trainable;
  }

  /** Where the inputs of the layers that learn came from; empty until they are there. */
  public StringProperty features() {
    return features;
  }

  /** What makes every epoch slower than it could be; empty when nothing does. */
  public StringProperty featuresNote() {
    return featuresNote;
  }

  final void clear() {
    String none = Figures.percent(Double.NaN);
    epoch.set(none);
    trainingLoss.set(none);
    trainingAccuracy.set(none);
    validationLoss.set(none);
    validationAccuracy.set(none);
    best.set(none);
    learningRate.set(none);
    pictures.set(none);
    frozen.set(none);
    trainable.set(none);
    features.set("");
    featuresNote.set("");
  }
}
