package io.thaw.ui.app;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The left rail: the four steps in the order of the work. */
final class RailView {
  private final ScrollPane node;

  /**
   * A view.
   *
   * @param contents of the steps, in their order
   */
  RailView(RailModel model, List<Node> contents) {
    VBox steps = new VBox();
    steps.getStyleClass().add("steps");
    for (int i = 0; i < contents.size(); i++) {
      StepModel step = model.steps().get(i);
      steps.getChildren().add(new StepView(step, contents.get(i), () -> model.toggle(step)).node());
    }
    node = new ScrollPane(steps);
    node.setFitToWidth(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.getStyleClass().addAll("rail", "edge-to-edge");
  }

  Region node() {
    return node;
  }
}
