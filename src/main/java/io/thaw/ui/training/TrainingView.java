package io.thaw.ui.training;

import io.thaw.ui.common.Banner;
import io.thaw.ui.common.EmptyState;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import io.thaw.ui.training.chart.ChartModel;
import io.thaw.ui.training.chart.ChartView;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Training tab: how the run ended, charts, figures, and what happened. */
public final class TrainingView {
  private final RunModel model;
  private final RunController controller;
  private final Runnable showResult;
  private final StackPane node = new StackPane();
  private final Banner banner = new Banner("banner");

  /**
   * A view.
   *
   * @param showResult takes the user to the result of a run that has one
   */
  public TrainingView(RunModel model, RunController controller, Runnable showResult) {
    this.model = model;
    this.controller = controller;
    this.showResult = showResult;
    node.getStyleClass().add("training");
    Node empty =
        new EmptyState(
            Material2MZ.SHOW_CHART,
            "Nothing is learning yet",
            controller.blocked().map(TrainingView::next));
    Node run = run();
    empty.visibleProperty().bind(model.status().isEqualTo(RunStatus.IDLE));
    run.visibleProperty().bind(empty.visibleProperty().not());
    node.getChildren().addAll(run, empty);
    model.outcome().addListener((property, before, now) -> show(now));
  }

  /** The tab's content. */
  public Region node() {
    return node;
  }

  private static String next(String blocked) {
    String first = blocked.isEmpty() ? "Everything is ready: press Start." : blocked;
    return first + " Loss and accuracy appear here while the network learns.";
  }

  private Node run() {
    VBox charts =
        new VBox(chart("loss-chart", model.loss()), chart("accuracy-chart", model.accuracy()));
    charts.getStyleClass().add("charts");
    VBox side = new VBox(new FiguresView(model.figures()).node(), new EventList(model).node());
    side.getStyleClass().add("training-side");
    BorderPane plots = new BorderPane(charts, null, side, null, null);
    VBox.setVgrow(plots, Priority.ALWAYS);
    VBox pane = new VBox(banner, plots);
    pane.getStyleClass().add("training-run");
    return pane;
  }

  private static Node chart(String id, ChartModel model) {
    Label title = Explained.hint(Texts.emphasis(model.title()), explanation(model.unit()));
    ChartView chart = new ChartView(id, model);
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox card = new VBox(title, chart);
    card.getStyleClass().add("card-pane");
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private static String explanation(ChartModel.Unit unit) {
    return unit == ChartModel.Unit.LOSS
        ? "How far the answers are from the truth (cross entropy); lower is better."
        : "Share of pictures that are classified rightly; higher is better.";
  }

  private void show(Outcome outcome) {
    if (outcome == null) {
      banner.hide();
      return;
    }
    banner.setButtons(buttons(outcome));
    banner.show(kind(outcome.status()), outcome.title(), outcome.sentence(), outcome.detail());
  }

  private Button[] buttons(Outcome outcome) {
    if (outcome.status() == RunStatus.COMPLETED) {
      return new Button[] {resultButton()};
    }
    return outcome.hasResult()
        ? new Button[] {resultButton(), againButton()}
        : new Button[] {againButton()};
  }

  private Button resultButton() {
    Button button = new Button("Show result", Icons.of(Material2AL.ASSESSMENT));
    button.setId("show-result");
    button.setOnAction(event -> showResult.run());
    return button;
  }

  private Button againButton() {
    Button button = new Button("Start again", Icons.of(Material2MZ.REPLAY));
    button.setId("start-again");
    button.setOnAction(event -> controller.start());
    button.disableProperty().bind(Bindings.isNotEmpty(controller.blocked()));
    return button;
  }

  private static Banner.Kind kind(RunStatus status) {
    return switch (status) {
      case COMPLETED -> Banner.Kind.GOOD;
      case FAILED, CRASHED -> Banner.Kind.PROBLEM;
      default -> Banner.Kind.NEUTRAL;
    };
  }
}
