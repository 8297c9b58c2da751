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

  /** On hover, where the network's input is larger than that; what a hint is wide. */
  private static final double LARGE = 288;

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
    getChildren().add(shown(image, SIZE));
    double large = Math.min(LARGE, Math.max(input.width(), input.height()));
    Explained.enlarged(this, words, shown(image, large));
  }

  private static ImageView shown(Image image, double size) {
    ImageView view = new ImageView(image);
    view.setFitWidth(size);
    view.setFitHeight(size);
    view.setPreserveRatio(true);
    return view;
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
