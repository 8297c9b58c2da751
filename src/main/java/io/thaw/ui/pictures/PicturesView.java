package io.thaw.ui.pictures;

import io.thaw.dataset.Remark;
import io.thaw.ui.common.EmptyState;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.images.Thumbnails;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The centre's tab with every file of the folder: what is used, what is not, and why. */
public final class PicturesView {
  private static final KeyCombination UNDO = shortcut(KeyCode.Z);
  private static final KeyCombination REDO = shortcut(KeyCode.Y);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final int PIXELS = 128;

  private final PicturesModel model;
  private final ImagesModel images;
  private final PicturesController controller;
  private final StackPane node = new StackPane();
  private final PictureGrid grid;

  /**
   * A view.
   *
   * @param comparison asks the network which pictures are alike
   * @param background where pictures are decoded
   */
  public PicturesView(
      PicturesModel model,
      ImagesModel images,
      PicturesController controller,
      AlikeController comparison,
      Executor background) {
    this.model = model;
    this.images = images;
    this.controller = controller;
    Thumbnails thumbnails = new Thumbnails(PIXELS, background, FxThread.executor());
    PictureActions actions = new PictureActions(model, images, controller, this::focusPictures);
    grid = new PictureGrid(model, thumbnails, actions.menu());
    grid.node().addEventHandler(KeyEvent.KEY_PRESSED, actions::onGridKey);
    ClassChoice choice = new ClassChoice(model, images, controller, this::focusPictures);
    StackPane pictures = new StackPane(grid.node(), nothingFound());
    VBox.setVgrow(pictures, Priority.ALWAYS);
    VBox list =
        new VBox(
            new FilterBar(model).node(),
            actions.node(),
            new AlikeBar(model, controller, comparison, this::focusPictures).node(),
            choice.node(),
            problem(),
            new TruncatedSwitch(images, controller).node(),
            remarks(),
            pictures,
            new FooterBar(model).node());
    list.getStyleClass().add("picture-list");
    HBox.setHgrow(list, Priority.ALWAYS);
    HBox content = new HBox(list, new DetailPane(model, images, this::goTo, background).node());
    content.visibleProperty().bind(images.rawProperty().isNotNull());
    content.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    node.getStyleClass().add("pictures-view");
    node.getChildren().addAll(noFolder(), content);
  }

  /** The view's node. */
  public Node node() {
    return node;
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private void focusPictures() {
    grid.node().requestFocus();
  }

  private void goTo(Path file) {
    focusPictures();
    controller.goTo(file);
  }

  private void onKey(KeyEvent event) {
    if (UNDO.match(event)) {
      controller.undo();
    } else if (REDO.match(event) || REDO_TOO.match(event)) {
      controller.redo();
    } else {
      return;
    }
    event.consume();
  }

  private Node noFolder() {
    EmptyState empty =
        new EmptyState(
            Material2MZ.PHOTO_LIBRARY,
            "Your pictures, one by one",
            Bindings.when(images.scanningProperty())
                .then("The folder is being looked through…")
                .otherwise(
                    "Choose a folder of pictures on the left (step 2). Here you see every file in"
                        + " it, leave out what should not be learned from and correct classes. No"
                        + " file is ever changed."));
    empty.visibleProperty().bind(images.rawProperty().isNull());
    return empty;
  }

  private Node nothingFound() {
    Button all = new Button("Show all pictures");
    all.setId("show-all");
    all.setOnAction(event -> controller.show(Topic.ALL));
    VBox empty =
        new VBox(
            new EmptyState(
                Material2AL.FILTER_LIST,
                "No such picture",
                "Nothing in the folder fits what you filter for."),
            all);
    empty.getStyleClass().add("nothing-found");
    ObservableBooleanValue none =
        Bindings.createBooleanBinding(
            () -> {
              Listing listing = model.listingProperty().get();
              return listing.shown().isEmpty() && !listing.all().isEmpty();
            },
            model.listingProperty());
    empty.visibleProperty().bind(none);
    return empty;
  }

  /** Decisions that could not be read or saved. */
  private Node problem() {
    Label label =
        Texts.wrapped(Texts.bound("edits-problem", images.editsProblemProperty(), "problem"));
    label.setGraphic(Icons.of(Material2AL.ERROR_OUTLINE, "problem-icon"));
    label.getStyleClass().add("problem-box");
    label.setMaxWidth(Double.MAX_VALUE);
    label.visibleProperty().bind(images.editsProblemProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  /** What is to be said of classes and not of single pictures. */
  private Node remarks() {
    VBox remarks = new VBox();
    remarks.setId("class-remarks");
    remarks.getStyleClass().add("class-remarks");
    remarks.managedProperty().bind(Bindings.isNotEmpty(remarks.getChildren()));
    images
        .deepProperty()
        .addListener(
            (property, before, now) -> {
              List<Remark> ofClasses =
                  now == null
                      ? List.of()
                      : now.remarks().stream().filter(it -> it.files().isEmpty()).toList();
              remarks.getChildren().setAll(ofClasses.stream().map(PicturesView::remark).toList());
            });
    return remarks;
  }

  private static Label remark(Remark remark) {
    Label label = Texts.wrapped(Texts.muted(remark.sentence()));
    label.setGraphic(
        remark.kind().isWarning()
            ? Icons.of(Material2MZ.WARNING, "problem-icon")
            : Icons.of(Material2AL.INFO, "muted-icon"));
    return label;
  }
}
