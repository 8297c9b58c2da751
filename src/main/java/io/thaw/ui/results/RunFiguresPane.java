package io.thaw.ui.results;

import io.thaw.job.Report;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Figures;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The figures of a finished run. */
final class RunFiguresPane {
  private final GridPane grid = new GridPane();
  private int rows;

  RunFiguresPane(ResultFigures figures) {
    Report report = figures.report();
    grid.getStyleClass().add("figures");
    addFrozen(figures);
    add("Learning values", Figures.count(report.trainableParameters()), "Numbers that changed.");
    add("Pictures", figures.pictures(), "Learned from, and held back.");
    add("Left out", Figures.count(report.problems().size()), "Pictures that could not be used.");
    add("Epochs", figures.epochs(), "Passes over the training pictures.");
    add("Loss, held back", Figures.loss(report.valLoss()), "Mean cross entropy; lower is better.");
    Report.Seconds seconds = report.seconds();
    add("Decoding", Figures.duration(seconds.decode()), "Reading and resizing the pictures.");
    add("Frozen layers", Figures.duration(seconds.prefix()), "Computed once for every picture.");
    add("Training", Figures.duration(seconds.train()), "All epochs, validation included.");
    add("Total", Figures.duration(seconds.total()), "From the start to the written report.");
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

  private static Node sign(boolean kept) {
    return kept
        ? Icons.of(Material2OutlinedAL.CHECK_CIRCLE, "accent-icon")
        : Icons.of(Material2OutlinedAL.ERROR_OUTLINE, "problem-icon");
  }

  private Label add(String name, String value, String explanation) {
    Label label = Explained.hint(Texts.muted(name), explanation);
    label.setMinWidth(Region.USE_PREF_SIZE);
    Label figure = Texts.plain(value);
    figure.getStyleClass().add("figure");
    figure.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(figure, Priority.ALWAYS);
    grid.addRow(rows++, label, figure);
    return figure;
  }
}
