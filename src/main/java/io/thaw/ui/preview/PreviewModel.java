package io.thaw.ui.preview;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the network will see of a picture. All properties belong to the FX thread. */
public final class PreviewModel {
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final BooleanProperty all = new SimpleBooleanProperty(this, "all");
  private final ObjectProperty<Preview> preview = new SimpleObjectProperty<>(this, "preview");
  private final StringProperty missing = new SimpleStringProperty(this, "missing", "");
  private final BooleanProperty choice = new SimpleBooleanProperty(this, "choice");

  /** Whether views are on show; nothing is read before. */
  public BooleanProperty open() {
    return open;
  }

  /** Whether kept views are shown however many there are. */
  public BooleanProperty all() {
    return all;
  }

  /** The views; null while there are none. */
  public ObjectProperty<Preview> preview() {
    return preview;
  }

  /** Why there are no views, one sentence; empty when there are, or nothing to say yet. */
  public StringProperty missing() {
    return missing;
  }

  /** Whether another picture can be asked for. */
  public BooleanProperty choice() {
    return choice;
  }

  void show(Preview made) {
    missing.set("");
    preview.set(made);
  }

  void showNone(String why) {
    preview.set(null);
    missing.set(why);
  }
}
