package io.thaw.ui.network;

import io.thaw.ui.common.Icons;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.kordamp.ikonli.javafx.FontIcon;

/** The snowflake (or flame) of a row; a click changes the layers' state. */
final class StateCell extends TreeTableCell<Part, Part> {
  private final NetworkModel model;
  private final Button toggle = new Button();
  private final FontIcon icon = Icons.of(StateLook.NOTHING.icon(), "state-icon");
  private final Tooltip tooltip = new Tooltip();
  private final InvalidationListener follow = this::follow;

  StateCell(NetworkModel model) {
    this.model = model;
    getStyleClass().add("state-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    toggle.getStyleClass().setAll("button", "freeze-toggle");
    toggle.setGraphic(icon);
    toggle.setFocusTraversable(false);
    toggle.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    toggle.setTooltip(tooltip);
    toggle.setOnAction(event -> model.toggle(getItem().layers()));
    model.planProperty().addListener(new WeakInvalidationListener(follow));
  }

  @Override
  protected void updateItem(Part row, boolean empty) {
    super.updateItem(row, empty);
    setGraphic(empty || row == null ? null : toggle);
    follow(null);
  }

  private void follow(Observable changed) {
    Part row = getItem();
    if (isEmpty() || row == null || model.networkProperty().get() == null) {
      return;
    }
    StateLook look = StateLook.of(model, row);
    toggle.setId(row.toggleId());
    icon.setIconCode(look.icon());
    toggle.setMouseTransparent(!look.clickable());
    tooltip.setText(look.explanation());
    toggle.setAccessibleText(new RowText(model).name(row) + ": " + look.words());
    toggle.setAccessibleHelp(look.explanation());
  }
}
