package io.thaw.ui.images;

import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.PicturePaths;
import io.thaw.dataset.ScanReport;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** Files that cannot be used, folded away until the user wants to know. */
final class ProblemListView {
  private static final double ROW_HEIGHT = 44;
  private static final int ROWS_SHOWN = 5;

  private final TitledPane node = new TitledPane();
  private final ListView<ImageProblem> list = new ListView<>();
  private Path folder = Path.of("");

  ProblemListView(ImagesModel model, Runnable lookAt) {
    list.setId("problem-list");
    list.setFixedCellSize(ROW_HEIGHT);
    list.getStyleClass().add("problem-list");
    list.setCellFactory(view -> new ProblemCell());
    node.setId("problems");
    node.getStyleClass().add("problems");
    Hyperlink link = new Hyperlink("Look at them");
    link.setId("look-at-problems");
    link.setOnAction(event -> lookAt.run());
    VBox content = new VBox(link, list);
    content.getStyleClass().add("problem-content");
    node.setContent(content);
    node.setAnimated(false);
    node.setExpanded(false);
    node.setGraphic(Icons.of(Material2MZ.WARNING, "problem-icon"));
    node.setVisible(false);
    node.managedProperty().bind(node.visibleProperty());
    model.reportProperty().addListener((property, was, now) -> show(now));
  }

  Node node() {
    return node;
  }

  private void show(ScanReport report) {
    List<ImageProblem> problems = report == null ? List.of() : report.problems();
    folder = report == null ? Path.of("") : report.folder();
    list.getItems().setAll(problems);
    list.setPrefHeight(ROW_HEIGHT * Math.min(ROWS_SHOWN, problems.size()) + 2);
    node.setText(
        problems.size() == 1 ? "1 file is left out" : problems.size() + " files are left out");
    node.setVisible(!problems.isEmpty());
  }

  private final class ProblemCell extends ListCell<ImageProblem> {
    private final Label file = Texts.plain("");
    private final Label reason = Texts.muted("");
    private final VBox content = new VBox(file, reason);

    ProblemCell() {
      getStyleClass().add("problem-cell");
      content.getStyleClass().add("problem-words");
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setPrefWidth(0);
      file.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    }

    @Override
    protected void updateItem(ImageProblem problem, boolean empty) {
      super.updateItem(problem, empty);
      setGraphic(empty || problem == null ? null : content);
      setTooltip(null);
      if (!empty && problem != null) {
        file.setText(shortened(problem.file()));
        reason.setText(problem.reason());
        setTooltip(new Tooltip(PicturePaths.text(problem.file()) + "\n" + problem.reason()));
        setAccessibleText(PicturePaths.text(problem.file()) + ": " + problem.reason());
      }
    }

    private String shortened(Path path) {
      return path.startsWith(folder) ? folder.relativize(path).toString() : PicturePaths.text(path);
    }
  }
}
