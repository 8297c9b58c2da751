package io.thaw.ui.models;

import io.thaw.catalogue.ModelCard;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.FolderChooser;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** The rail's model section: picker, card, problem. It has no heading of its own. */
public final class ModelsView {
  private final VBox node = new VBox();
  private final ModelsModel model;
  private final ModelsController controller;
  private final FolderChooser chooser;

  /**
   * A view.
   *
   * @param chooser asks for a model folder
   */
  public ModelsView(ModelsModel model, ModelsController controller, FolderChooser chooser) {
    this.model = model;
    this.controller = controller;
    this.chooser = chooser;
    node.getStyleClass().addAll("rail-section", "models-section");
    node.getChildren().addAll(picker(), openButton(), problem(), new ModelCardView(model).node());
  }

  /** The section's node. */
  public Node node() {
    return node;
  }

  private ComboBox<ModelCard> picker() {
    ComboBox<ModelCard> picker = new ComboBox<>(model.models());
    picker.setId("model-picker");
    picker.setMaxWidth(Double.MAX_VALUE);
    picker.setAccessibleText("Model to start from");
    picker
        .promptTextProperty()
        .bind(
            Bindings.when(model.loadingProperty())
                .then("Reading models…")
                .otherwise("No model picked"));
    picker.setButtonCell(new NameCell());
    picker.setCellFactory(list -> new NameCell());
    picker.valueProperty().bindBidirectional(model.selectedProperty());
    picker.disableProperty().bind(Bindings.isEmpty(model.models()));
    return picker;
  }

  private Button openButton() {
    Button button = new Button("Open model folder…", Icons.of(Material2AL.FOLDER_OPEN));
    button.setId("open-model");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(
        event ->
            chooser
                .choose(button.getScene().getWindow(), "Open model folder")
                .ifPresent(controller::openFolder));
    return Explained.hint(
        button,
        "A folder with NAME-symbol.json and NAME-0000.params, MXNet's and DJL's format,"
            + " or the folder of a run.");
  }

  private Label problem() {
    Label label = Texts.wrapped(Texts.bound("model-problem", model.problemProperty(), "problem"));
    label.setGraphic(Icons.of(Material2AL.ERROR_OUTLINE, "problem-icon"));
    label.getStyleClass().add("problem-box");
    label.setMaxWidth(Double.MAX_VALUE);
    label.visibleProperty().bind(model.problemProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private static final class NameCell extends ListCell<ModelCard> {
    @Override
    protected void updateItem(ModelCard card, boolean empty) {
      super.updateItem(card, empty);
      setText(empty || card == null ? null : card.name());
    }
  }
}
