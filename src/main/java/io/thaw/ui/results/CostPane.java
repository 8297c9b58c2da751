package io.thaw.ui.results;

import io.thaw.ui.common.FigureRow;
import io.thaw.ui.common.Texts;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a run cost, line by line; where something had been expected of it, that comes first. */
final class CostPane {
  private static final int HAPPENED = 1;
  private static final int EXPECTED = 2;

  private final VBox content = new VBox();

  CostPane(CostFigures figures) {
    content.getStyleClass().add("cost");
    GridPane compared = grid();
    GridPane plain = grid();
    compared.add(heading("took"), HAPPENED, 0);
    compared.add(heading("expected"), EXPECTED, 0);
    for (CostFigures.Line line : figures.lines()) {
      if (line.expected().isEmpty()) {
        add(plain, line);
      } else {
        addExpected(compared, add(compared, line), line);
      }
    }
    if (compared.getRowCount() > 1) {
      content.getChildren().add(compared);
      if (figures.knewSome()) {
        content
            .getChildren()
            .add(Texts.wrapped(Texts.muted("Expected as if earlier runs had kept nothing.")));
      }
    }
    content.getChildren().add(plain);
  }

  Region node() {
    return ResultsView.card("Time and memory", content);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("figures");
    return grid;
  }

  private static Label heading(String text) {
    Label heading = Texts.muted(text);
    GridPane.setHalignment(heading, HPos.RIGHT);
    return heading;
  }

  private static int add(GridPane grid, CostFigures.Line line) {
    int row = grid.getRowCount();
    FigureRow.add(grid, row, line.name(), line.value(), line.explanation())
        .setId("cost-" + line.id());
    return row;
  }

  private static void addExpected(GridPane grid, int row, CostFigures.Line line) {
    Label expected = heading(line.expected());
    expected.setId("cost-" + line.id() + "-expected");
    expected.setAccessibleText("expected " + line.expected());
    expected.setMinWidth(Region.USE_PREF_SIZE);
    grid.add(expected, EXPECTED, row);
  }
}
