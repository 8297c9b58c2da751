package io.thaw.ui.network;

import io.thaw.job.ProbeResult;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A probe of the layers: whether one can be made, is at work, and what came of the last one. */
public final class ProbeModel {
  private final StringProperty blocked = new SimpleStringProperty(this, "blocked", "");
  private final BooleanProperty working = new SimpleBooleanProperty(this, "working");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final ObjectProperty<ProbeResult> result = new SimpleObjectProperty<>(this, "result");

  /** Why no probe can be made now, in one sentence; empty when one can. */
  public StringProperty blockedProperty() {
    return blocked;
  }

  /** Whether one is at work. */
  public BooleanProperty workingProperty() {
    return working;
  }

  /** What went wrong with the last one, in one sentence; empty when nothing did. */
  public StringProperty problemProperty() {
    return problem;
  }

  /** What the last one found for the model and the pictures on show; null for nothing. */
  public ObjectProperty<ProbeResult> resultProperty() {
    return result;
  }
}
