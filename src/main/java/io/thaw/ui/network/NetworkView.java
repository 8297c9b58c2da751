package io.thaw.ui.network;

import atlantafx.base.controls.CustomTextField;
import io.thaw.ui.common.EmptyState;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The centre's network tab: the layers in groups, what is frozen, and what that comes to. */
public final class NetworkView {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private static final double WIDTH_FOR_WORDS = 776;

  private final StackPane node = new StackPane();
  private final TextField search = searchField();
  private final LayerTree tree;

  /** A view. */
  public NetworkView(NetworkModel model) {
    FreezeActions actions = new FreezeActions(model);
    this.tree = new LayerTree(model, search.textProperty(), actions.menu());
    VBox content =
        new VBox(
            new TotalsPane(model).node(), toolbar(actions), problem(model), framed(tree.node()));
    content.getStyleClass().add("network-content");
    content.visibleProperty().bind(model.networkProperty().isNotNull());
    content.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    node.getStyleClass().add("network-view");
    node.getChildren().addAll(empty(model), loading(model), content);
  }

  /** The view's node. */
  public Node node() {
    return node;
  }

  private static Node framed(Node table) {
    VBox.setVgrow(table, Priority.ALWAYS);
    return table;
  }

  private TextField searchField() {
    CustomTextField field = new CustomTextField();
    field.setLeft(Icons.of(Material2MZ.SEARCH, "muted-icon"));
    field.setId("layer-search");
    field.setPromptText("Find a layer");
    field.setAccessibleText("Find a layer by its name or kind");
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::onSearchKey);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private HBox toolbar(FreezeActions actions) {
    HBox bar = new HBox(search);
    bar.getChildren().addAll(actions.buttons(node.widthProperty().lessThan(WIDTH_FOR_WORDS)));
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

  private void onKey(KeyEvent event) {
    if (FIND.match(event)) {
      search.requestFocus();
      search.selectAll();
      event.consume();
    }
  }

  private void onSearchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      tree.focus();
      event.consume();
    }
  }
}
