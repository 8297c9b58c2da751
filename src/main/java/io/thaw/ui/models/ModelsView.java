package io.thaw.ui.models;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The rail's model section: picker, card, problem. It has no heading of its own. */
public final class ModelsView {
  private final VBox node = new VBox();

  /**
   * A view.
   *
   * @param chooser asks for a folder; empty when the user thinks better of it
   */
  public ModelsView(
      ModelsModel model, ModelsController controller, Supplier<Optional<Path>> chooser) {
    node.getStyleClass().add("models-section");
  }

  /** The section's node. */
  public Node node() {
    return node;
  }
}
