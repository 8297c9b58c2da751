package io.thaw.ui.common;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls what just unfolded into sight. */
public final class Reveal {
  private static final double MARGIN = 16;

  private Reveal() {}

  /**
   * Scrolls the pane around {@code node} just as far as it takes to see it, once it is laid out;
   * does nothing where it is not in a scroll pane.
   */
  public static void later(Node node) {
    Platform.runLater(() -> now(node));
  }

  private static void now(Node node) {
    ScrollPane pane = around(node);
    if (pane == null || !(pane.getContent() instanceof Parent content)) {
      return;
    }
    pane.applyCss();
    pane.layout();
    double hidden = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
    if (hidden <= 0) {
      return;
    }
    Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double top = pane.getVvalue() * hidden;
    double least = place.getMaxY() + MARGIN - pane.getViewportBounds().getHeight();
    double wanted = Math.min(Math.max(top, least), place.getMinY());
    pane.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
  }

  private static ScrollPane around(Node node) {
    for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof ScrollPane pane) {
        return pane;
      }
    }
    return null;
  }
}
