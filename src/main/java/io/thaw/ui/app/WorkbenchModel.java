package io.thaw.ui.app;

import io.thaw.ui.theme.Theme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the window shows, apart from what its screens hold. */
public final class WorkbenchModel {
  /** The tabs in the middle, in order. */
  public enum Tab {
    NETWORK,
    PICTURES,
    TRAINING,
    RESULTS
  }

  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(this, "tab", Tab.NETWORK);

  /** A window on its first tab. */
  public WorkbenchModel(Theme initial) {
    theme = new SimpleObjectProperty<>(this, "theme", initial);
  }

  public ObjectProperty<Theme> theme() {
    return theme;
  }

  public ObjectProperty<Tab> tab() {
    return tab;
  }
}
