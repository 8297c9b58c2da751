package io.thaw.ui.network;

import io.thaw.network.Layer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeTableRow;

/** A row that carries its state as a pseudo-class, so that the stylesheet can colour it. */
final class LayerTableRow extends TreeTableRow<Part> {
  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

  private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");

  private final NetworkModel model;
  private final InvalidationListener follow = this::follow;

  LayerTableRow(NetworkModel model) {
    this.model = model;
    getStyleClass().add("layer-row");
    WeakInvalidationListener weak = new WeakInvalidationListener(follow);
    model.planProperty().addListener(weak);
    model.boundaryProperty().addListener(weak);
  }

  @Override
  protected void updateItem(Part row, boolean empty) {
    super.updateItem(row, empty);
    follow(null);
  }

  /** Whether the network is cut right below this row; an unfolded group leaves that to its rows. */
  private boolean endsAtCut(Part row) {
    boolean unfolded = getTreeItem() != null && getTreeItem().isExpanded();
    if (row.layers().isEmpty() || unfolded) {
      return false;
    }
    Layer last = row.layers().get(row.layers().size() - 1);
    return last.name().equals(model.boundaryProperty().get());
  }

  private void follow(Observable changed) {
    Part row = getItem();
    boolean shown = !isEmpty() && row != null && model.networkProperty().get() != null;
    StateLook look = shown ? StateLook.of(model, row) : null;
    for (StateLook each : StateLook.values()) {
      pseudoClassStateChanged(each.pseudoClass(), each == look);
    }
    pseudoClassStateChanged(GROUP, row instanceof Part.Group);
    pseudoClassStateChanged(CUT, shown && endsAtCut(row));
    if (shown) {
      setAccessibleText(new RowText(model).name(row) + ", " + look.words());
    }
  }
}
