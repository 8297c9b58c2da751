package io.thaw.ui.network;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeTableRow;

/** A row that carries its state as a pseudo-class, so that the stylesheet can colour it. */
final class LayerTableRow extends TreeTableRow<TreeRow> {
  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

  private final NetworkModel model;
  private final InvalidationListener follow = this::follow;

  LayerTableRow(NetworkModel model) {
    this.model = model;
    getStyleClass().add("layer-row");
    model.planProperty().addListener(new WeakInvalidationListener(follow));
  }

  @Override
  protected void updateItem(TreeRow row, boolean empty) {
    super.updateItem(row, empty);
    follow(null);
  }

  private void follow(Observable changed) {
    TreeRow row = getItem();
    boolean shown = !isEmpty() && row != null && model.networkProperty().get() != null;
    StateLook look = shown ? StateLook.of(model, row) : null;
    for (StateLook each : StateLook.values()) {
      pseudoClassStateChanged(each.pseudoClass(), each == look);
    }
    pseudoClassStateChanged(GROUP, row instanceof TreeRow.Group);
    if (shown) {
      setAccessibleText(new RowText(model).name(row) + ", " + look.words());
    }
  }
}
