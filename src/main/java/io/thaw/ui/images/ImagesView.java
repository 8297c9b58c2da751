package io.thaw.ui.images;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Figures;
import io.thaw.ui.common.FolderChooser;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** The rail's image section: folder, classes, problems. It has no heading of its own. */
public final class ImagesView {
  private final VBox node = new VBox();
  private final ImagesModel model;
  private final ImagesController controller;

  /**
   * A view.
   *
   * @param chooser asks for a folder of pictures
   * @param background where small pictures are decoded
   * @param lookAtProblems shows the files that are left out
   */
  public ImagesView(
      ImagesModel model,
      ImagesController controller,
      FolderChooser chooser,
      Executor background,
      Runnable lookAtProblems) {
    this.model = model;
    this.controller = controller;
    Node dropZone = new DropZone(model, controller, chooser).node();
    node.getStyleClass().addAll("rail-section", "images-section");
    node.getChildren()
        .addAll(
            dropZone,
            progress(),
            problem(),
            new TablePane(model, controller).node(),
            looking(),
            lookProblem(),
            new ClassListView(model, background).node(),
            new ProblemListView(model, lookAtProblems).node());
    acceptDropsOn(dropZone);
  }

  /** The section's node. */
  public Node node() {
    return node;
  }

  /** Makes a node (the whole window, say) take a folder that is dropped on it. */
  public void acceptDropsOn(Node target) {
    new FolderDrop(controller::open).acceptOn(target);
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label seen =
        Texts.bound(
            "files-seen",
            Bindings.format(java.util.Locale.ENGLISH, "%,d files", model.filesSeenProperty()),
            "muted");
    Button cancel = new Button("Cancel");
    cancel.setId("cancel-scan");
    cancel.setOnAction(event -> controller.cancel());
    HBox row = new HBox(bar, seen, cancel);
    row.getStyleClass().add("scan-progress");
    row.visibleProperty().bind(model.scanningProperty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private Node lookProblem() {
    Label label =
        Texts.wrapped(Texts.bound("pictures-look-problem", model.lookProblemProperty(), "muted"));
    label.visibleProperty().bind(model.lookProblemProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private Node looking() {
    Label label =
        Texts.bound(
            "pictures-looking",
            Bindings.createStringBinding(
                () ->
                    model.lookedAtProperty().get() == 0
                        ? "Looking at every picture…"
                        : "Looking at every picture… "
                            + Figures.count(model.lookedAtProperty().get()),
                model.lookedAtProperty()),
            "muted");
    Explained.hint(
        label,
        "Decodes each picture once to find copies, pictures that look the same and damaged ones."
            + " You can go on meanwhile, and start training too.");
    label.visibleProperty().bind(model.lookingProperty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private Node problem() {
    Label label = Texts.wrapped(Texts.bound("images-problem", model.problemProperty(), "problem"));
    label.setGraphic(Icons.of(Material2AL.ERROR_OUTLINE, "problem-icon"));
    label.getStyleClass().add("problem-box");
    label.setMaxWidth(Double.MAX_VALUE);
    label.visibleProperty().bind(model.problemProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
