package io.thaw.ui.pictures;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which pictures are on show and selected. All properties belong to the FX thread. */
public final class PicturesModel {
  private final ObjectProperty<Filter> filter =
      new SimpleObjectProperty<>(this, "filter", Filter.NONE);
  private final ReadOnlyObjectWrapper<Listing> listing =
      new ReadOnlyObjectWrapper<>(this, "listing", Listing.EMPTY);
  private final AlikeModel alike = new AlikeModel();
  private final PicturesSelection selection = new PicturesSelection();
  private final StringProperty message = new SimpleStringProperty(this, "message", "");
  private final BooleanProperty choosingClass =
      new SimpleBooleanProperty(this, "choosingClass", false);

  /** Which pictures to look at. */
  public ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  /** What is on show. */
  ReadOnlyObjectProperty<Listing> listingProperty() {
    return listing.getReadOnlyProperty();
  }

  /** What a network says of the pictures. */
  public AlikeModel alike() {
    return alike;
  }

  /** What is selected of it. */
  PicturesSelection selection() {
    return selection;
  }

  /** What was done last, in a few words; empty when there is nothing to say. */
  public StringProperty messageProperty() {
    return message;
  }

  /** Whether the user is choosing another class for what is selected. */
  public BooleanProperty choosingClassProperty() {
    return choosingClass;
  }

  void show(Listing now) {
    selection.show(now.shown());
    listing.set(now);
  }
}
