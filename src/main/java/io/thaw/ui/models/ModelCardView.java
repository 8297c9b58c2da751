package io.thaw.ui.models;

import io.thaw.catalogue.ModelCard;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Texts;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The facts about the picked model. */
final class ModelCardView {
  private static final double KEY_WIDTH = 88;

  private final VBox node = new VBox();
  private final ModelsModel model;

  ModelCardView(ModelsModel model) {
    this.model = model;
    node.setId("model-card");
    node.getStyleClass().add("card");
    Label name = Texts.wrapped(Texts.bound("model-name", text(ModelCard::name), "emphasis"));
    Label description =
        Texts.wrapped(Texts.bound("model-description", text(ModelCard::description), "muted"));
    description.managedProperty().bind(description.textProperty().isNotEmpty());
    node.getChildren().addAll(name, description, facts());
    node.visibleProperty().bind(model.selectedProperty().isNotNull());
    node.managedProperty().bind(node.visibleProperty());
  }

  Node node() {
    return node;
  }

  private GridPane facts() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints keys = new ColumnConstraints(KEY_WIDTH);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(keys, values);
    row(grid, "Input", CardText::input, "Every picture is scaled to this size before it goes in.");
    row(
        grid,
        "Parameters",
        CardText::parameters,
        "The numbers inside the network, learned in its earlier training.");
    row(
        grid,
        "Trained on",
        CardText::classes,
        "What it could tell apart so far; a new last layer learns your classes instead.");
    row(grid, "Origin", ModelCard::origin, "Where the model comes from.");
    row(grid, "Licence", ModelCard::licence, "On which terms the model may be used.");
    return grid;
  }

  private void row(
      GridPane grid, String key, Function<ModelCard, String> value, String explanation) {
    Label title = Explained.hint(Texts.muted(key), explanation);
    Label text =
        Texts.wrapped(Texts.bound("model-" + key.split(" ")[0].toLowerCase(), text(value)));
    GridPane.setValignment(title, VPos.TOP);
    grid.addRow(grid.getRowCount(), title, text);
  }

  private ObservableValue<String> text(Function<ModelCard, String> part) {
    return Bindings.createStringBinding(
        () ->
            model.selectedProperty().get() == null
                ? ""
                : part.apply(model.selectedProperty().get()),
        model.selectedProperty());
  }
}
