package io.thaw.ui.pictures;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Figures;
import io.thaw.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What was done last, and how many pictures are on show. */
final class FooterBar {
  private final PicturesModel model;
  private final HBox node = new HBox();

  FooterBar(PicturesModel model) {
    this.model = model;
    Label message = Texts.bound("picture-message", model.messageProperty(), "muted");
    message.setMaxWidth(Double.MAX_VALUE);
    message.setMinWidth(0);
    HBox.setHgrow(message, Priority.ALWAYS);
    Label count = Texts.bound("picture-count", count(), "muted");
    count.setMinWidth(Label.USE_PREF_SIZE);
    node.getStyleClass().add("picture-footer");
    node.getChildren().addAll(Explained.follow(message, model.messageProperty()), count);
  }

  Node node() {
    return node;
  }

  private StringBinding count() {
    return Bindings.createStringBinding(
        () -> {
          Listing listing = model.listingProperty().get();
          int chosen = model.selection().size();
          String shown = Figures.count(listing.shown().size());
          return chosen < 2 ? shown + " shown" : chosen + " of " + shown + " selected";
        },
        model.listingProperty(),
        model.selection().versionProperty());
  }
}
