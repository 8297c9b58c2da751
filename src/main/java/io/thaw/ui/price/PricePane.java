package io.thaw.ui.price;

import io.thaw.job.ByteSize;
import io.thaw.job.Estimate;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.FigureRow;
import io.thaw.ui.common.Figures;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** The price tag: what the run will take in seconds, memory and disk, before it is started. */
public final class PricePane {
  private final VBox node = new VBox();
  private final GridPane grid = new GridPane();
  private final PriceModel model;
  private int rows;

  /**
   * A pane.
   *
   * @param measure has this machine measured again
   */
  public PricePane(PriceModel model, Runnable measure) {
    this.model = model;
    node.setId("price");
    node.getStyleClass().add("price-pane");
    grid.getStyleClass().add("figures");
    addRows();
    Label missing = Texts.wrapped(Texts.bound("price-missing", model.missingProperty(), "muted"));
    ProgressBar working = new ProgressBar();
    working.setMaxWidth(Double.MAX_VALUE);
    working.setAccessibleText("Measuring this machine");
    node.getChildren()
        .addAll(
            title(measure),
            when(grid, model.estimateProperty().isNotNull()),
            when(missing, model.missingProperty().isNotEmpty()),
            when(working, model.measuringProperty()));
  }

  /** The pane's node. */
  public Node node() {
    return node;
  }

  private Node title(Runnable measure) {
    Label title = Texts.emphasis("What it will take");
    Explained.hint(
        title, "Estimated for this machine, as if nothing were kept of these pictures yet.");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button again = new Button("", Icons.of(Material2MZ.REFRESH));
    again.setId("price-measure");
    again.getStyleClass().addAll("icon-only", "flat");
    again.setAccessibleText("Measure this machine again");
    again.disableProperty().bind(model.measuringProperty());
    again.setOnAction(event -> measure.run());
    HBox bar =
        new HBox(
            title,
            space,
            Explained.wrap(
                again,
                Bindings.when(model.measuringProperty())
                    .then("This machine is being measured.")
                    .otherwise(
                        "Measures this machine again, which takes half a minute in which nothing"
                            + " else should run.")));
    bar.getStyleClass().add("price-title");
    return bar;
  }

  private void addRows() {
    row(
        "first",
        "First epoch",
        it -> seconds(it.firstEpochSeconds()),
        "Reading your pictures, running the frozen layers over each of them once, and learning from"
            + " them once. Much less when an earlier run with the same frozen layers kept what they"
            + " gave.");
    row(
        "later",
        "Each later one",
        it -> seconds(it.laterEpochSeconds()),
        "Every further pass over the pictures: only the layers after the cut, and the check with"
            + " held-back pictures.");
    row(
        "total",
        "The whole run",
        it -> seconds(it.totalSeconds()),
        "From Start to the result, loading the engine included.");
    row(
        "memory",
        "Memory",
        it -> bytes(it.memoryBytes()),
        "The most that the training process will have in use.");
    row(
        "cache",
        "Kept on disk",
        it -> it.cacheBytes() == 0 ? "nothing" : bytes(it.cacheBytes()),
        "What the frozen layers give for your pictures; later runs with the same frozen layers read"
            + " it instead of computing it.");
  }

  private void row(String id, String name, Function<Estimate, String> text, String explanation) {
    Label value = FigureRow.add(grid, rows++, name, "", explanation);
    value.setId("price-" + id);
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  Estimate estimate = model.estimateProperty().get();
                  return estimate == null ? "" : text.apply(estimate);
                },
                model.estimateProperty()));
  }

  private static String seconds(double value) {
    return value < 0.05 ? "below 0.1 s" : "\u2248 " + Figures.duration(value);
  }

  private static String bytes(long value) {
    return "\u2248 " + ByteSize.text(value);
  }

  private static <T extends Node> T when(T part, ObservableValue<Boolean> shown) {
    part.visibleProperty().bind(shown);
    part.managedProperty().bind(shown);
    return part;
  }
}
