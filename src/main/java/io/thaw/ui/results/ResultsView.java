package io.thaw.ui.results;

import io.thaw.job.Report;
import io.thaw.ui.common.EmptyState;
import io.thaw.ui.common.FigureRow;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The Results tab: how good the model is, where it errs, what the run took, where it lies. */
public final class ResultsView {
  private static final String BALANCED =
      "The share of right answers of each class, averaged over the classes: a small class counts as"
          + " much as a large one.";

  private static final String TESTED =
      "Nothing saw these pictures before the run ended, so this is what to expect of new ones.";

  private final ResultsModel model;
  private final ResultsController controller;
  private final Supplier<Optional<Path>> chooser;
  private final Consumer<Path> opener;
  private final StackPane node = new StackPane();

  /**
   * A view.
   *
   * @param chooser asks for the folder to export to
   * @param opener shows a folder in the operating system's file manager
   */
  public ResultsView(
      ResultsModel model,
      ResultsController controller,
      Supplier<Optional<Path>> chooser,
      Consumer<Path> opener) {
    this.model = model;
    this.controller = controller;
    this.chooser = chooser;
    this.opener = opener;
    node.getStyleClass().add("results");
    model.report().addListener((property, before, now) -> refresh());
    model.problem().addListener((property, before, now) -> refresh());
    refresh();
  }

  /** The tab's content. */
  public Region node() {
    return node;
  }

  private void refresh() {
    Report report = model.report().get();
    node.getChildren().setAll(report == null ? empty() : filled(new ResultFigures(report)));
  }

  private Node empty() {
    boolean trouble = !model.problem().get().isEmpty();
    return new EmptyState(
        trouble ? Material2OutlinedAL.ERROR_OUTLINE : Material2OutlinedAL.ASSESSMENT,
        trouble ? "The result cannot be shown" : "No result yet",
        trouble
            ? model.problem().get()
            : "When a run ends, its accuracy on held-back pictures, the classes it mixes up and the"
                + " trained model appear here. Press Start to train one.");
  }

  private Node filled(ResultFigures figures) {
    // What is done with the result comes first, so that it is in sight without scrolling.
    VBox side = new VBox(headline(figures));
    figures.testAccuracy().ifPresent(it -> side.getChildren().add(test(it, figures)));
    side.getChildren()
        .addAll(
            card(
                "Take the model away", new ExportPane("export", model, controller, chooser).node()),
            new RunFolderPane(model.folder().get(), opener).node(),
            new RunFiguresPane(figures).node());
    if (!figures.notices().isEmpty()) {
      side.getChildren().add(notices(figures.notices()));
    }
    side.getChildren().add(new CostPane(new CostFigures(figures.report())).node());
    side.getStyleClass().add("results-side");
    ScrollPane sideScroll = new ScrollPane(side);
    sideScroll.setFitToWidth(true);
    sideScroll.getStyleClass().addAll("edge-to-edge", "results-scroll");
    BorderPane pane = new BorderPane(confusion(figures));
    pane.setLeft(sideScroll);
    return pane;
  }

  private static Node headline(ResultFigures figures) {
    Label accuracy = Texts.large(figures.accuracy());
    accuracy.setId("result-accuracy");
    Label interval = Texts.wrapped(Texts.muted(figures.interval()));
    interval.setId("result-interval");
    GridPane more = new GridPane();
    more.getStyleClass().add("figures");
    FigureRow.add(more, 0, "Balanced accuracy", figures.balancedAccuracy(), BALANCED)
        .setId("result-balanced");
    return card("Accuracy on held-back pictures", accuracy, interval, more);
  }

  private static Node test(String accuracy, ResultFigures figures) {
    Label share = Texts.large(accuracy);
    share.setId("result-test");
    Label interval = Texts.wrapped(Texts.muted(figures.testInterval()));
    interval.setId("result-test-interval");
    return card("Accuracy on test pictures", share, interval, Texts.wrapped(Texts.muted(TESTED)));
  }

  private static Node notices(List<String> notices) {
    VBox lines = new VBox();
    lines.setId("result-notices");
    lines.getStyleClass().add("notices");
    for (String notice : notices) {
      Label line = Texts.wrapped(Texts.plain(notice));
      line.setGraphic(Icons.of(Material2OutlinedAL.INFO, "accent-icon"));
      lines.getChildren().add(line);
    }
    return card("Worth knowing", lines);
  }

  private static Node confusion(ResultFigures figures) {
    ScrollPane scroll = new ScrollPane(new ConfusionView(figures.matrix()));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Region pane = card("What is taken for what", scroll);
    pane.getStyleClass().add("confusion-pane");
    return pane;
  }

  static Region card(String title, Node... content) {
    VBox card = new VBox(Texts.emphasis(title));
    card.getChildren().addAll(content);
    card.getStyleClass().add("card-pane");
    return card;
  }
}
