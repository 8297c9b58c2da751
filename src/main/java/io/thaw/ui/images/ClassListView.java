package io.thaw.ui.images;

import io.thaw.dataset.ScanReport;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/** The classes of the folder. */
final class ClassListView {
  private static final double ROW_HEIGHT = 80;
  private static final double ROWS_SHOWN = 4.5;

  /** Twice the size on screen, for dense displays. */
  private static final int PIXELS = 2 * ClassCell.THUMBNAIL;

  private final VBox node = new VBox();
  private final ListView<ClassSummary> list = new ListView<>();

  ClassListView(ImagesModel model, Executor background) {
    Thumbnails thumbnails = new Thumbnails(PIXELS, background, FxThread.executor());
    list.setId("class-list");
    list.setAccessibleText("Classes and how many pictures each has");
    list.getStyleClass().add("class-list");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(view -> new ClassCell(thumbnails, model.sidesProperty()));
    Label summary =
        Texts.wrapped(
            Texts.bound(
                "images-summary",
                Bindings.createStringBinding(
                    () -> sentence(model.reportProperty().get()), model.reportProperty()),
                "muted"));
    node.getStyleClass().add("class-section");
    node.getChildren().addAll(summary, list);
    node.setVisible(false);
    node.managedProperty().bind(node.visibleProperty());
    model.reportProperty().addListener((property, was, now) -> show(now));
  }

  Node node() {
    return node;
  }

  private void show(ScanReport report) {
    List<ClassSummary> classes =
        report == null ? List.of() : ClassSummary.of(report, ClassCell.SAMPLES);
    list.getItems().setAll(classes);
    list.setPrefHeight(ROW_HEIGHT * Math.min(ROWS_SHOWN, classes.size()) + 2);
    list.setMinHeight(list.getPrefHeight());
    node.setVisible(!classes.isEmpty());
  }

  private static String sentence(ScanReport report) {
    if (report == null) {
      return "";
    }
    String layout = report.givenSplit() ? ", split as given" : "";
    return String.format(
        Locale.ENGLISH,
        "%,d pictures in %,d %s%s",
        report.images().size(),
        report.classes().size(),
        report.classes().size() == 1 ? "class" : "classes",
        layout);
  }
}
