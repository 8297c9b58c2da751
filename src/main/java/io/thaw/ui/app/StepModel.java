package io.thaw.ui.app;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One step of the left rail. */
public final class StepModel {
  private final int number;
  private final String title;
  private final StringProperty summary = new SimpleStringProperty(this, "summary", "");
  private final ObjectProperty<StepState> state =
      new SimpleObjectProperty<>(this, "state", StepState.WAITING);
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);

  StepModel(int number, String title) {
    this.number = number;
    this.title = title;
  }

  public int number() {
    return number;
  }

  public String title() {
    return title;
  }

  /** What the step holds, or what to do in it, in a few words. */
  public StringProperty summary() {
    return summary;
  }

  public ObjectProperty<StepState> state() {
    return state;
  }

  /** Whether its content is in sight. */
  public BooleanProperty open() {
    return open;
  }

  void set(StepState newState, String newSummary) {
    state.set(newState);
    summary.set(newSummary);
  }
}
