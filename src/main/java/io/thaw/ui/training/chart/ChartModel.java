package io.thaw.ui.training.chart;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * One quantity over a run: every batch of training, and validation once an epoch. The horizontal
 * unit is the epoch: 2.5 is the middle of the third.
 */
public final class ChartModel {
  /** What the vertical axis counts. */
  public enum Unit {
    /** From 0 upwards. */
    LOSS,
    /** Between 0 and 1, shown as percent. */
    SHARE
  }

  private final String title;
  private final Unit unit;
  private final Series training = new Series();
  private final Series validation = new Series();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
  private double epochs = 1;

  /** An empty chart. */
  public ChartModel(String title, Unit unit) {
    this.title = title;
    this.unit = unit;
  }

  public String title() {
    return title;
  }

  public Unit unit() {
    return unit;
  }

  /** One point per batch event. */
  public Series training() {
    return training;
  }

  /** One point per epoch. */
  public Series validation() {
    return validation;
  }

  /** The right end of the horizontal axis. */
  public double epochs() {
    return epochs;
  }

  /** Sets the right end of the horizontal axis, at least 1. */
  public void setEpochs(double value) {
    epochs = Math.max(1, value);
  }

  /** Forgets all points. */
  public void clear() {
    training.clear();
    validation.clear();
    epochs = 1;
    changed();
  }

  /** Says that points were added; views draw once per call, however many there were. */
  public void changed() {
    revision.set(revision.get() + 1);
  }

  /** Grows with every {@link #changed()}. */
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }
}
