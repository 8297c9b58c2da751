package io.thaw.ui.pictures;

import io.thaw.job.NetworkComparison;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a network says of the pictures. All properties belong to the FX thread. */
public final class AlikeModel {
  private final StringProperty blocked = new SimpleStringProperty(this, "blocked", "");
  private final BooleanProperty working = new SimpleBooleanProperty(this, "working");
  private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");
  private final IntegerProperty looked = new SimpleIntegerProperty(this, "looked");
  private final IntegerProperty pictures = new SimpleIntegerProperty(this, "pictures");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final ObjectProperty<NetworkComparison> result =
      new SimpleObjectProperty<>(this, "result");

  /** Why no comparison can begin, one sentence; empty when one can. */
  public StringProperty blockedProperty() {
    return blocked;
  }

  /** Whether pictures are being compared, or will be as soon as what goes before has ended. */
  public BooleanProperty workingProperty() {
    return working;
  }

  /** Whether a comparison has made way for a run or a probe. */
  public BooleanProperty waitingProperty() {
    return waiting;
  }

  /** How many pictures the network has seen so far. */
  public IntegerProperty lookedProperty() {
    return looked;
  }

  /** Of how many; 0 while that is not known. */
  public IntegerProperty picturesProperty() {
    return pictures;
  }

  /** Why pictures could not be compared, one sentence; empty when all is well. */
  public StringProperty problemProperty() {
    return problem;
  }

  /** What was found; null until it is known. */
  public ObjectProperty<NetworkComparison> resultProperty() {
    return result;
  }
}
