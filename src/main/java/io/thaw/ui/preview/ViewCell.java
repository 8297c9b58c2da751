package io.thaw.ui.preview;

import io.thaw.catalogue.InputSpec;
import io.thaw.ui.common.Explained;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/** A view as a small picture; on hover as large as the network sees it. */
final class ViewCell extends StackPane {
  /** Along the longer side, on screen. */
  private static final double SIZE = 80;

  private final String words;

  /**
   * A cell.
   *
   * @param words what is to be seen
   */
  ViewCell(SeenView view, InputSpec input, String words) {
    this.words = words;
    getStyleClass().add("seen-view");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    Image image = image(view.rgb(), input.width(), input.height());
    ImageView small = new ImageView(image);
    small.setFitWidth(SIZE);
    small.setFitHeight(SIZE);
    small.setPreserveRatio(true);
    getChildren().add(small);
    Explained.enlarged(this, words, new ImageView(image));
  }

  String words() {
    return words;
  }

  private static Image image(byte[] rgb, int width, int height) {
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getByteRgbInstance(), rgb, 0, 3 * width);
    return image;
  }
}
