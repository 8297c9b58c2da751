package io.thaw.ui.network;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/** The centre's network tab: the layers in groups, what is frozen, and what that comes to. */
public final class NetworkView {
  private final BorderPane node = new BorderPane();

  /** A view. */
  public NetworkView(NetworkModel model) {
    node.getStyleClass().add("network-view");
  }

  /** The view's node. */
  public Node node() {
    return node;
  }
}
