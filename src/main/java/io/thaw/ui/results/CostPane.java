package io.thaw.ui.results;

import io.thaw.ui.common.FigureRow;
import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** What a run cost, line by line. */
final class CostPane {
  private final GridPane grid = new GridPane();

  CostPane(CostFigures figures) {
    grid.getStyleClass().add("figures");
    List<CostFigures.Line> lines = figures.lines();
    for (int i = 0; i < lines.size(); i++) {
      CostFigures.Line line = lines.get(i);
      FigureRow.add(grid, i, line.name(), line.value(), line.explanation())
          .setId("cost-" + line.id());
    }
  }

  Region node() {
    return ResultsView.card("Time and memory", grid);
  }
}
