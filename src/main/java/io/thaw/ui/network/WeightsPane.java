package io.thaw.ui.network;

import io.thaw.evaluation.ValueSummary;
import io.thaw.job.WeightReport.LayerWeights;
import io.thaw.network.LayerParameter;
import io.thaw.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows what the arrays of the layer hold that is selected; nothing for anything else. */
final class WeightsPane {
  private final NetworkModel network;
  private final WeightsModel model;
  private final VBox node = new VBox();

  WeightsPane(NetworkModel network, WeightsModel model) {
    this.network = network;
    this.model = model;
    node.setId("weights");
    node.getStyleClass().add("weights");
    node.managedProperty().bind(Bindings.isNotEmpty(node.getChildren()));
    InvalidationListener follow = changed -> follow();
    network.currentProperty().addListener(follow);
    network.selection().addListener(follow);
    model.state().addListener(follow);
    follow();
  }

  Node node() {
    return node;
  }

  private void follow() {
    node.getChildren().setAll(content());
  }

  private List<Node> content() {
    boolean one = network.selection().size() <= 1;
    if (!(network.currentProperty().get() instanceof Part.Single single)
        || !one
        || !single.layer().hasParameters()) {
      return List.of();
    }
    WeightsState state = model.state().get();
    if (state instanceof WeightsState.Reading) {
      return List.of(Texts.muted("Looking at the weights…"));
    }
    if (state instanceof WeightsState.Missing missing) {
      return List.of(Texts.wrapped(Texts.muted(missing.reason())));
    }
    Optional<LayerWeights> weights = model.of(single.layer());
    return single.layer().parameters().stream()
        .flatMap(parameter -> weights.flatMap(it -> array(parameter, it)).stream())
        .toList();
  }

  private static Optional<Node> array(LayerParameter parameter, LayerWeights weights) {
    String name = InspectorFacts.role(parameter);
    return weights.find(parameter.name()).map(it -> array(name, it.values()));
  }

  private static Node array(String name, ValueSummary values) {
    Label caption = Texts.muted(name);
    caption.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox words = new HBox(caption, gap, Texts.plain(WeightText.range(values)));
    words.getStyleClass().add("weight-words");
    VBox array = new VBox(words, new HistogramView(name, values));
    if (values.notFinite() > 0) {
      Label problem = Texts.wrapped(Texts.plain(WeightText.notFinite(values)));
      problem.getStyleClass().add("problem");
      array.getChildren().add(problem);
    }
    array.getStyleClass().add("weight-array");
    return array;
  }
}
