package io.thaw.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line of a card of figures: what it is at the left, how much at the right. */
public final class FigureRow {
  private FigureRow() {}

  /** Adds a line and returns the label of the figure. */
  public static Label add(GridPane grid, int row, String name, String value, String explanation) {
    Label label = Explained.hint(Texts.muted(name), explanation);
    label.setMinWidth(Region.USE_PREF_SIZE);
    Label figure = Texts.plain(value);
    figure.getStyleClass().add("figure");
    figure.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(figure, Priority.ALWAYS);
    grid.addRow(row, label, figure);
    return figure;
  }
}
