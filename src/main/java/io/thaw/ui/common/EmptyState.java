package io.thaw.ui.common;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** What a pane shows while it has nothing to show: what it will hold and what to do next. */
public final class EmptyState extends VBox {

  /**
   * An empty state.
   *
   * @param title what will be here
   * @param next what the user does to fill it, one or two sentences
   */
  public EmptyState(Ikon icon, String title, String next) {
    this(icon, title, new ReadOnlyStringWrapper(next));
  }

  /**
   * An empty state whose hint changes with what is missing.
   *
   * @param next what the user does to fill it, one or two sentences
   */
  public EmptyState(Ikon icon, String title, ObservableValue<String> next) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    Label hint = Texts.wrapped(Texts.bound(null, next, "muted"));
    hint.getStyleClass().add("empty-state-hint");
    getChildren().addAll(Icons.of(icon, "empty-state-icon"), Texts.large(title), hint);
  }
}
