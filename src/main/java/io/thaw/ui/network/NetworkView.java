package io.thaw.ui.network;

import io.thaw.ui.common.EmptyState;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** The centre's network tab: the layers as a diagram and as a table, and what the plan costs. */
public final class NetworkView {
  private static final KeyCombination FIND = shortcut(KeyCode.F);
  private static final KeyCombination UNDO = shortcut(KeyCode.Z);
  private static final KeyCombination REDO = shortcut(KeyCode.Y);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final NetworkModel model;
  private final WeightsModel weights;
  private final StackPane node = new StackPane();
  private final LayerSearch search;
  private final DiagramPane diagram;
  private final LayerTree tree;
  private final ViewToggles toggles = new ViewToggles();

  /**
   * A view.
   *
   * @param price tells what the plan will take
   * @param startProbe asks how well the classes can be told apart after each layer
   */
  public NetworkView(
      NetworkModel model, WeightsModel weights, Node price, ProbeModel probe, Runnable startProbe) {
    this.model = model;
    this.weights = weights;
    FreezeActions actions = new FreezeActions(model);
    this.search = new LayerSearch(model, this::focusLayers);
    this.diagram = new DiagramPane(model, actions.menu());
    this.tree = new LayerTree(model, search.textProperty(), actions.menu());
    VBox layers = new VBox(toolbar(actions), problem(model), body());
    layers.getStyleClass().add("network-layers");
    HBox.setHgrow(layers, Priority.ALWAYS);
    HBox content = new HBox(layers, side(price, new ProbePane(model, probe, startProbe).node()));
    content.getStyleClass().add("network-content");
    content.visibleProperty().bind(model.networkProperty().isNotNull());
    content.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    node.getStyleClass().add("network-view");
    node.getChildren().addAll(empty(model), loading(model), content);
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  /** The view's node. */
  public Node node() {
    return node;
  }

  private Node body() {
    HBox body =
        new HBox(shown(diagram.node(), toggles.diagram()), shown(tree.node(), toggles.table()));
    body.getStyleClass().add("network-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    return body;
  }

  private static Region shown(Region part, ObservableBooleanValue when) {
    part.visibleProperty().bind(when);
    part.managedProperty().bind(when);
    part.setMinWidth(0);
    part.setPrefWidth(400);
    HBox.setHgrow(part, Priority.ALWAYS);
    return part;
  }

  private Node side(Node price, Node probe) {
    VBox side =
        new VBox(
            new TotalsPane(model).node(), price, probe, new InspectorPane(model, weights).node());
    side.getStyleClass().add("network-side-content");
    ScrollPane scroll = new ScrollPane(side);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("network-side", "edge-to-edge");
    return scroll;
  }

  private HBox toolbar(FreezeActions actions) {
    HBox bar = new HBox(search.node());
    bar.getChildren().addAll(actions.buttons());
    bar.getChildren().addAll(new DiagramActions(model, diagram.node()).buttons());
    bar.getChildren().add(toggles.node());
    bar.getStyleClass().add("network-toolbar");
    return bar;
  }

  private static Label problem(NetworkModel model) {
    Label label = Texts.wrapped(Texts.bound("network-problem", model.problemProperty(), "problem"));
    label.setGraphic(Icons.of(Material2AL.ERROR_OUTLINE, "problem-icon"));
    label.visibleProperty().bind(model.problemProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private static Node empty(NetworkModel model) {
    VBox empty =
        new VBox(
            new EmptyState(
                Material2AL.LAYERS,
                "The network's layers",
                "Pick a model on the left; its layers appear here, all frozen to begin with."),
            problem(model));
    empty.getStyleClass().add("network-empty");
    empty
        .visibleProperty()
        .bind(model.networkProperty().isNull().and(model.loadingProperty().not()));
    return empty;
  }

  private static Node loading(NetworkModel model) {
    Label words = Texts.muted("Working out the layers…");
    words.visibleProperty().bind(model.networkProperty().isNull().and(model.loadingProperty()));
    return words;
  }

  private void focusLayers() {
    if (toggles.table().get() && !toggles.diagram().get()) {
      tree.focus();
    } else {
      diagram.node().requestFocus();
    }
  }

  private void onKey(KeyEvent event) {
    if (FIND.match(event)) {
      search.focus();
    } else if (UNDO.match(event)) {
      model.history().undo();
    } else if (REDO.match(event) || REDO_TOO.match(event)) {
      model.history().redo();
    } else {
      return;
    }
    event.consume();
  }
}
