package io.thaw.ui.common;

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
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    Label hint = Texts.wrapped(Texts.muted(next));
    hint.getStyleClass().add("empty-state-hint");
    getChildren().addAll(Icons.of(icon, "empty-state-icon"), Texts.large(title), hint);
  }
}
