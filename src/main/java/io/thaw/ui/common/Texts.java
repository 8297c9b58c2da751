package io.thaw.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Labels by their role in the text, so that views name roles and the stylesheet gives looks. */
public final class Texts {
  private Texts() {}

  /** Plain text. */
  public static Label plain(String text) {
    return new Label(text);
  }

  /** Text that stands back. */
  public static Label muted(String text) {
    return styled(text, "muted");
  }

  /** The one emphasis. */
  public static Label emphasis(String text) {
    return styled(text, "emphasis");
  }

  /** The larger of the two sizes: titles and headline figures. */
  public static Label large(String text) {
    return styled(text, "large");
  }

  /** A label that follows a value. */
  public static Label bound(String id, ObservableValue<String> value, String... styleClasses) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().addAll(styleClasses);
    label.textProperty().bind(value);
    return label;
  }

  /** A label that may take several lines. */
  public static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    return label;
  }

  private static Label styled(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
