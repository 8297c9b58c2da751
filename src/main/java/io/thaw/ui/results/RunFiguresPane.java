package io.thaw.ui.results;

import io.thaw.job.Report;
import io.thaw.ui.common.FigureRow;
import io.thaw.ui.common.Figures;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The figures of a finished run. */
final class RunFiguresPane {
  private final GridPane grid = new GridPane();
  private int rows;

  RunFiguresPane(ResultFigures figures) {
    Report report = figures.report();
    grid.getStyleClass().add("figures");
    wrapped(add("Frozen", figures.plan(), "Which layers of the network stayed as they were."))
        .setId("result-plan");
    addFrozen(figures);
    if (!figures.moved().isEmpty()) {
      wrapped(add("Moved most", figures.moved(), "How far, beside its weights as they began."));
    }
    add("Learning values", Figures.count(report.trainableParameters()), "Numbers that changed.");
    add(
        "Pictures",
        figures.pictures(),
        "Learned from, held back, and kept for the test if there was one.");
    addLeaks(figures);
    add("Left out", Figures.count(report.problems().size()), "Pictures that could not be used.");
    add("Epochs", figures.epochs(), "Passes over the training pictures.");
    add("Loss, held back", Figures.loss(report.valLoss()), "Mean cross entropy; lower is better.");
  }

  Region node() {
    return ResultsView.card("The run", grid);
  }

  private void addFrozen(ResultFigures figures) {
    Label label =
        add(
            "Frozen values changed",
            figures.frozen(),
            "Every value was compared before and after.");
    label.setId("result-frozen");
    label.setGraphic(sign(figures.frozenKept()));
  }

  private void addLeaks(ResultFigures figures) {
    if (!figures.leaks().isEmpty()) {
      Label label =
          add(
              "On both sides",
              figures.leaks(),
              "Pictures held back that are copies of ones learned from, or look the same; they make"
                  + " the accuracy look better than it is.");
      label.setId("result-leaks");
      label.setGraphic(sign(figures.report().leaks().none()));
    }
  }

  /** Names of layers are long. */
  private static Label wrapped(Label label) {
    label.setTextAlignment(TextAlignment.RIGHT);
    return Texts.wrapped(label);
  }

  private static Node sign(boolean kept) {
    return kept
        ? Icons.of(Material2OutlinedAL.CHECK_CIRCLE, "accent-icon")
        : Icons.of(Material2OutlinedAL.ERROR_OUTLINE, "problem-icon");
  }

  private Label add(String name, String value, String explanation) {
    return FigureRow.add(grid, rows++, name, value, explanation);
  }
}
