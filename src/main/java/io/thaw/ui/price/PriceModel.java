package io.thaw.ui.price;

import io.thaw.job.Estimate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the run that the window describes will take. All properties belong to the FX thread. */
public final class PriceModel {
  private final ObjectProperty<Estimate> estimate = new SimpleObjectProperty<>(this, "estimate");
  private final StringProperty missing = new SimpleStringProperty(this, "missing", "");
  private final BooleanProperty measuring = new SimpleBooleanProperty(this, "measuring");
  private final BooleanProperty failed = new SimpleBooleanProperty(this, "failed");

  /** The estimate; null while there is none. */
  public ObjectProperty<Estimate> estimateProperty() {
    return estimate;
  }

  /** Why there is no estimate, one sentence; empty when there is one, or nothing to say yet. */
  public StringProperty missingProperty() {
    return missing;
  }

  /** Whether this machine is being measured. */
  public BooleanProperty measuringProperty() {
    return measuring;
  }

  /** Whether the last attempt to measure this machine failed. */
  public BooleanProperty failedProperty() {
    return failed;
  }

  void show(Estimate known) {
    missing.set("");
    estimate.set(known);
  }

  void showNone(String why) {
    estimate.set(null);
    missing.set(why);
  }
}
