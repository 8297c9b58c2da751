package io.thaw.ui.images;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The rail's image section: folder, classes, problems. It has no heading of its own. */
public final class ImagesView {
  private final VBox node = new VBox();

  /**
   * A view.
   *
   * @param chooser asks for a folder; empty when the user thinks better of it
   * @param background where small pictures are decoded
   */
  public ImagesView(
      ImagesModel model,
      ImagesController controller,
      Supplier<Optional<Path>> chooser,
      Executor background) {
    node.getStyleClass().add("images-section");
  }

  /** The section's node. */
  public Node node() {
    return node;
  }

  /** Makes a node (the whole window, say) take a folder that is dropped on it. */
  public void acceptDropsOn(Node target) {
    // follows with the drop zone
  }
}
