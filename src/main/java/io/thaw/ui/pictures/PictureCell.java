package io.thaw.ui.pictures;

import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import io.thaw.ui.images.Thumbnail;
import io.thaw.ui.images.Thumbnails;
import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.kordamp.ikonli.material2.Material2AL;

/** A picture in the grid: thumbnail, class, and the sign of what is the matter with it. */
final class PictureCell extends GridCell<PictureRow> {
  static final double WIDTH = 120;
  static final double HEIGHT = 168;
  private static final double SIDE = 112;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");

  private final PicturesSelection selection;
  private final Thumbnails thumbnails;
  private final InvalidationListener onSelection = changed -> showSelection();
  private final ImageView image = new ImageView();
  private final Label reason = Texts.wrapped(Texts.muted(""));
  private final StackPane frame = new StackPane(reason, image);
  private final Label name = Texts.plain("");
  private final Label sign = Texts.muted("");
  private final VBox content = new VBox(frame, name, sign);

  /** What the content shows; the grid sets the same row again and again as it scrolls. */
  private PictureRow shown;

  private Sign shownSign;

  /**
   * A cell.
   *
   * @param pressed told of every press on a picture
   */
  PictureCell(
      PicturesSelection selection,
      Thumbnails thumbnails,
      BiConsumer<PictureRow, MouseEvent> pressed) {
    this.selection = selection;
    this.thumbnails = thumbnails;
    getStyleClass().add("picture-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    content.getStyleClass().add("picture-content");
    frame.getStyleClass().add("picture-frame");
    image.setFitWidth(SIDE);
    image.setFitHeight(SIDE);
    reason.getStyleClass().add("picture-reason");
    name.setMaxWidth(SIDE);
    sign.setMaxWidth(SIDE);
    sign.getStyleClass().add("picture-sign");
    selection.versionProperty().addListener(new WeakInvalidationListener(onSelection));
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (getItem() != null) {
            pressed.accept(getItem(), event);
          }
        });
  }

  @Override
  protected void updateItem(PictureRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean none = empty || row == null;
    Node graphic = none ? null : content;
    if (getGraphic() != graphic) {
      setGraphic(graphic);
    }
    if (none) {
      setAccessibleText(null);
    } else if (row != shown) {
      shown = row;
      show(row);
    }
    showSelection();
  }

  private void show(PictureRow row) {
    setId("picture-" + row.path());
    showPicture(row);
    name.setText(row.className().isEmpty() ? "No class" : row.className());
    showSign(Sign.of(row));
    pseudoClassStateChanged(UNUSED, !row.used());
  }

  private void showPicture(PictureRow row) {
    image.imageProperty().unbind();
    reason.textProperty().unbind();
    if (row.hasPicture()) {
      if (image.getParent() == null) {
        frame.getChildren().setAll(reason, image);
      }
      Thumbnail thumbnail = thumbnails.of(row.file());
      image.imageProperty().bind(thumbnail.imageProperty());
      reason.textProperty().bind(thumbnail.problemProperty());
    } else {
      reason.setText(row.problem().reason());
      VBox words = new VBox(Icons.of(Material2AL.BROKEN_IMAGE, "muted-icon"), reason);
      words.getStyleClass().add("picture-missing");
      frame.getChildren().setAll(words);
    }
  }

  private void showSign(Sign now) {
    if (now.equals(shownSign)) {
      return;
    }
    shownSign = now;
    sign.setText(now.words());
    sign.setGraphic(
        now.icon() == null
            ? null
            : Icons.of(now.icon(), now.grave() ? "problem-icon" : "muted-icon"));
    sign.getStyleClass().setAll("label", "picture-sign", now.grave() ? "problem" : "muted");
  }

  private void showSelection() {
    PictureRow row = getItem();
    boolean chosen = selection.contains(row);
    PictureRow current = selection.current();
    pseudoClassStateChanged(CHOSEN, chosen);
    pseudoClassStateChanged(
        CURRENT, row != null && current != null && row.file().equals(current.file()));
    if (row != null) {
      setAccessibleText(row.spoken() + (chosen ? " Selected." : ""));
    }
  }
}
