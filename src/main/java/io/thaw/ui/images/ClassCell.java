package io.thaw.ui.images;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Texts;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A class: its name, how many pictures it has (in figures and as a bar), and a few of them. */
final class ClassCell extends ListCell<ClassSummary> {
  static final int SAMPLES = 6;
  static final int THUMBNAIL = 36;

  private final Thumbnails thumbnails;
  private final ObservableValue<Sides> sides;
  private final Label name = Texts.plain("");
  private final Label count = Texts.muted("");
  private final ProgressBar bar = new ProgressBar(0);
  private final HBox strip = new HBox();
  private final VBox content;

  /** Held here, since the cell comes and goes and the sides know it only weakly. */
  private final InvalidationListener follow = changed -> showCount();

  ClassCell(Thumbnails thumbnails, ObservableValue<Sides> sides) {
    this.thumbnails = thumbnails;
    this.sides = sides;
    sides.addListener(new WeakInvalidationListener(follow));
    getStyleClass().add("class-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    count.setMinWidth(Label.USE_PREF_SIZE);
    Explained.hint(
        count,
        "Pictures to learn from, to check with, and to test with where some are kept for that; all"
            + " of them until that is known.");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("count-bar");
    strip.getStyleClass().add("thumbnail-strip");
    HBox title = new HBox(name, count);
    title.getStyleClass().add("class-title");
    content = new VBox(title, bar, strip);
    content.getStyleClass().add("class-content");
  }

  @Override
  protected void updateItem(ClassSummary summary, boolean empty) {
    super.updateItem(summary, empty);
    setGraphic(empty || summary == null ? null : content);
    if (!empty && summary != null) {
      name.setText(summary.name());
      showCount();
      bar.setProgress(summary.share());
      setAccessibleText(summary.name() + ", " + summary.count() + " pictures");
      strip.getChildren().setAll(summary.samples().stream().map(this::thumbnail).toList());
    }
  }

  private void showCount() {
    ClassSummary summary = getItem();
    if (summary != null) {
      count.setText(sides.getValue().text(summary.name(), summary.count()));
    }
  }

  private StackPane thumbnail(java.nio.file.Path file) {
    ImageView view = new ImageView();
    view.setFitWidth(THUMBNAIL);
    view.setFitHeight(THUMBNAIL);
    view.imageProperty().bind(thumbnails.of(file).imageProperty());
    StackPane frame = new StackPane(view);
    frame.getStyleClass().add("thumbnail");
    return frame;
  }
}
