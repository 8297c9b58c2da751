package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.ui.common.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Tells what is selected. */
final class InspectorPane {
  private final NetworkModel model;
  private final InspectorFacts facts;
  private final Label title = Texts.wrapped(Texts.emphasis(""));
  private final GridPane grid = new GridPane();
  private final VBox node;

  InspectorPane(NetworkModel model, WeightsModel weights) {
    this.model = model;
    this.facts = new InspectorFacts(model);
    this.node = new VBox(title, grid, new RatePane(model).node());
    node.setId("inspector");
    title.setId("inspector-title");
    node.getStyleClass().add("inspector");
    grid.getStyleClass().add("facts");
    node.getChildren().add(new WeightsPane(model, weights).node());
    InvalidationListener follow = changed -> follow();
    model.currentProperty().addListener(follow);
    model.planProperty().addListener(follow);
    model.headParametersProperty().addListener(follow);
    model.movedProperty().addListener(follow);
    model.networkProperty().addListener(follow);
    model.selection().addListener((ListChangeListener<Layer>) change -> follow());
    follow();
  }

  Node node() {
    return node;
  }

  private void follow() {
    grid.getChildren().clear();
    Part part = model.currentProperty().get();
    if (model.networkProperty().get() == null || part == null) {
      title.setText("Nothing selected");
      grid.addRow(0, Texts.wrapped(Texts.muted("Click a layer to see what it is and does.")));
      return;
    }
    int selected = model.selection().size();
    if (selected > part.layers().size()) {
      title.setText(selected + " layers selected");
      grid.addRow(0, Texts.wrapped(Texts.muted("Space freezes or trains all of them at once.")));
      return;
    }
    title.setText(part instanceof Part.Picture ? "Picture" : new RowText(model).name(part));
    List<InspectorFacts.Fact> list = facts.of(part);
    for (int row = 0; row < list.size(); row++) {
      Label caption = Texts.muted(list.get(row).caption());
      caption.setMinWidth(Label.USE_PREF_SIZE);
      grid.addRow(row, caption, Texts.wrapped(Texts.plain(list.get(row).value())));
    }
  }
}
