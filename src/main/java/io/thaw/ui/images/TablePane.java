package io.thaw.ui.images;

import io.thaw.dataset.TableColumns;
import io.thaw.dataset.TableFacts;
import io.thaw.dataset.TableFacts.Column;
import io.thaw.ui.common.FormRow;
import io.thaw.ui.common.Reveal;
import io.thaw.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The table that the pictures come from and its columns, folded away until the user wants to know,
 * or has to choose.
 */
final class TablePane {
  /** A side need not be said. */
  private static final Column NO_COLUMN = new Column(TableColumns.NONE, "none");

  private final ImagesModel model;
  private final ImagesController controller;
  private final TitledPane node = new TitledPane();
  private final ChoiceBox<Path> table =
      FormRow.choice("table-choice", path -> path.getFileName().toString());
  private final ChoiceBox<Column> path = FormRow.choice("table-path", Column::title);
  private final ChoiceBox<Column> label = FormRow.choice("table-label", Column::title);
  private final ChoiceBox<Column> split = FormRow.choice("table-split", Column::title);
  private final HBox tableRow =
      FormRow.of("Table", table, "Which table says what the pictures show.");
  private final List<HBox> columnRows =
      List.of(
          FormRow.of("Pictures", path, "The column with the pictures' files."),
          FormRow.of("Classes", label, "The column with the class that each picture shows."),
          FormRow.of(
              "Sides",
              split,
              "The column that says train, val or test of each picture; with none, Thaw splits"
                  + " them."));
  private final Label note = Texts.wrapped(Texts.muted(""));
  private final Hyperlink recognise = new Hyperlink("Recognise the columns again");

  /** What the boxes show; until others come, they show what the user chose. */
  private TableFacts filled = TableFacts.NONE;

  /** Whether the boxes are being filled, which is no choice of the user's. */
  private boolean filling;

  TablePane(ImagesModel model, ImagesController controller) {
    this.model = model;
    this.controller = controller;
    node.setId("table");
    node.getStyleClass().add("table-pane");
    node.setAnimated(false);
    node.setExpanded(false);
    note.setId("table-note");
    recognise.setId("table-recognise");
    recognise.setOnAction(event -> controller.choose(TableColumns.AUTOMATIC));
    VBox content = new VBox(note, tableRow);
    content.getChildren().addAll(columnRows);
    content.getChildren().add(recognise);
    content.getStyleClass().add("table-content");
    node.setContent(content);
    node.managedProperty().bind(node.visibleProperty());
    table.setOnAction(event -> use(table.getValue()));
    choosing(path, column -> columns().withPath(column.key()));
    choosing(label, column -> columns().withLabel(column.key()));
    choosing(split, column -> columns().withSplit(column.key()));
    InvalidationListener change = changed -> show();
    model.tablesProperty().addListener(change);
    model.columnsProperty().addListener(change);
    model.problemProperty().addListener(change);
    model.usableProperty().addListener(change);
    show();
  }

  Node node() {
    return node;
  }

  private TableColumns columns() {
    return model.columnsProperty().get();
  }

  private void use(Path chosen) {
    if (!filling && chosen != null && !chosen.equals(model.tablesProperty().get().used())) {
      controller.use(chosen);
    }
  }

  private void choosing(ChoiceBox<Column> box, Function<Column, TableColumns> change) {
    box.setOnAction(
        event -> {
          if (!filling && box.getValue() != null) {
            controller.choose(change.apply(box.getValue()));
          }
        });
  }

  private void show() {
    TableFacts facts = model.tablesProperty().get();
    if (facts != filled) {
      filled = facts;
      fill(facts);
    }
    boolean used = facts.used() != null;
    boolean trouble = !model.problemProperty().get().isEmpty();
    node.setVisible(!facts.tables().isEmpty());
    node.setText(title(facts, used));
    shown(tableRow, facts.tables().size() > 1 || !used);
    columnRows.forEach(row -> shown(row, !facts.columns().isEmpty()));
    shown(recognise, used && !columns().equals(TableColumns.AUTOMATIC));
    note.setText(note(facts, used, trouble));
    shown(note, !note.getText().isEmpty());
    if (trouble && node.isVisible() && !node.isExpanded()) {
      node.setExpanded(true);
      Reveal.later(node);
    }
  }

  private static String title(TableFacts facts, boolean used) {
    if (used) {
      return "Table: " + facts.used().getFileName();
    }
    return facts.tables().size() == 1
        ? "Table: " + facts.tables().get(0).getFileName() + " is not used"
        : facts.tables().size() + " tables, none is used";
  }

  private String note(TableFacts facts, boolean used, boolean trouble) {
    if (!used) {
      return trouble
          ? ""
          : "Folders are the classes. Choose a table to take them from there instead.";
    }
    if (facts.columns().isEmpty()) {
      return "";
    }
    return columns().equals(TableColumns.AUTOMATIC)
        ? "Recognised by Thaw. Choose others where that is wrong."
        : "As you chose; what you did not choose is recognised by Thaw.";
  }

  private void fill(TableFacts facts) {
    filling = true;
    try {
      table.getItems().setAll(facts.tables());
      table.setValue(facts.used());
      fill(path, facts.columns(), facts.path(), null);
      fill(label, facts.columns(), facts.label(), null);
      fill(split, facts.columns(), facts.split(), NO_COLUMN);
    } finally {
      filling = false;
    }
  }

  /**
   * @param none stands before the columns for an index of -1; null where there is no such choice
   */
  private static void fill(ChoiceBox<Column> box, List<Column> columns, int index, Column none) {
    if (none == null) {
      box.getItems().setAll(columns);
    } else {
      box.getItems().setAll(none);
      box.getItems().addAll(columns);
    }
    box.setValue(index >= 0 && index < columns.size() ? columns.get(index) : none);
  }

  private static void shown(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
