package io.thaw.ui.network;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/** The columns of the layer list. */
final class LayerTable {
  private static final double ROW_HEIGHT = 28;
  private static final double WIDTH_FOR_KIND = 760;
  private static final double WIDTH_FOR_MULTIPLY_ADDS = 680;
  private static final double WIDTH_FOR_OUTPUT = 480;

  private final NetworkModel model;
  private final RowText text;
  private final TreeTableView<Part> table = new TreeTableView<>();

  private LayerTable(NetworkModel model) {
    this.model = model;
    this.text = new RowText(model);
  }

  static TreeTableView<Part> create(NetworkModel model) {
    return new LayerTable(model).build();
  }

  private TreeTableView<Part> build() {
    table.setId("layer-tree");
    table.getStyleClass().add("layer-tree");
    table.setShowRoot(false);
    table.setFixedCellSize(ROW_HEIGHT);
    table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setRowFactory(view -> new LayerTableRow(model));
    table.getColumns().add(stateColumn());
    TreeTableColumn<Part, String> name = column("Layer", "", text::name);
    name.setMinWidth(160);
    name.getStyleClass().add("name-column");
    table.getColumns().add(name);
    table.setTreeColumn(name);
    addFacts();
    Label nothing = Texts.muted("No layer has this in its name or kind.");
    table.setPlaceholder(nothing);
    return table;
  }

  private void addFacts() {
    TreeTableColumn<Part, String> kind =
        fixed(column("Kind", "What the layer does to the picture.", text::kind), 192);
    TreeTableColumn<Part, String> output =
        figures(
            column("Output", "Size of the result: channels, height and width.", text::output), 136);
    TreeTableColumn<Part, String> parameters =
        figures(
            column(
                "Parameters",
                "The numbers inside a layer, which were learned in training.",
                text::parameters),
            104);
    TreeTableColumn<Part, String> multiplyAdds =
        figures(
            column(
                "Multiply-adds",
                "Multiplications and additions for one picture: the work a layer takes.",
                text::multiplyAdds),
            128);
    table.getColumns().addAll(List.of(kind, output, parameters, multiplyAdds));
    shownFrom(kind, WIDTH_FOR_KIND);
    shownFrom(multiplyAdds, WIDTH_FOR_MULTIPLY_ADDS);
    shownFrom(output, WIDTH_FOR_OUTPUT);
  }

  private void shownFrom(TreeTableColumn<Part, String> column, double width) {
    column.visibleProperty().bind(table.widthProperty().greaterThan(width));
  }

  private TreeTableColumn<Part, Part> stateColumn() {
    TreeTableColumn<Part, Part> column = new TreeTableColumn<>();
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
    column.setCellFactory(view -> new StateCell(model));
    column.setSortable(false);
    return fixed(column, 40);
  }

  private TreeTableColumn<Part, String> column(
      String title, String explanation, Function<Part, String> words) {
    TreeTableColumn<Part, String> column = new TreeTableColumn<>();
    Label header = Texts.muted(title);
    column.setGraphic(explanation.isEmpty() ? header : Explained.hint(header, explanation));
    Observable[] headFacts = {model.classCountProperty(), model.headParametersProperty()};
    column.setCellValueFactory(
        row -> {
          Part value = row.getValue().getValue();
          return value instanceof Part.Head
              ? Bindings.createStringBinding(() -> words.apply(value), headFacts)
              : new ReadOnlyObjectWrapper<>(words.apply(value));
        });
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static TreeTableColumn<Part, String> figures(
      TreeTableColumn<Part, String> column, double width) {
    column.getStyleClass().add("figures");
    return fixed(column, width);
  }

  private static <T> TreeTableColumn<Part, T> fixed(TreeTableColumn<Part, T> column, double width) {
    column.setMinWidth(width);
    column.setMaxWidth(width);
    column.setPrefWidth(width);
    column.setResizable(false);
    column.setReorderable(false);
    return column;
  }
}
