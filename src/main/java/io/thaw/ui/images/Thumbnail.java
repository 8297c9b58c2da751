package io.thaw.ui.images;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.image.Image;

/** A small picture that comes, or does not, some time after it was asked for. */
public final class Thumbnail {
  private final ReadOnlyObjectWrapper<Image> image = new ReadOnlyObjectWrapper<>(this, "image");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  Thumbnail() {}

  /** Null until the file is decoded, and for good if it cannot be. */
  public ReadOnlyObjectProperty<Image> imageProperty() {
    return image.getReadOnlyProperty();
  }

  /** Why there is no picture, in a few words; empty while there is nothing to say. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void show(Image picture) {
    image.set(picture);
  }

  void fail(String reason) {
    problem.set(reason);
  }
}
