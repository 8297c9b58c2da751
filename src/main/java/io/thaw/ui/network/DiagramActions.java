package io.thaw.ui.network;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.network.diagram.DiagramView;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Buttons for what concerns the view and not the plan: undo, folding, fit. */
final class DiagramActions {
  private static final int ALL = 9;

  private final NetworkModel model;
  private final DiagramView view;

  DiagramActions(NetworkModel model, DiagramView view) {
    this.model = model;
    this.view = view;
  }

  List<Node> buttons() {
    PlanHistory history = model.history();
    return List.of(
        button(
            "undo",
            Material2MZ.UNDO,
            "Take the last change back (Ctrl+Z)",
            history::undo,
            history.undoableProperty()),
        button(
            "redo",
            Material2MZ.REDO,
            "Make the change again (Ctrl+Y)",
            history::redo,
            history.redoableProperty()),
        folding(),
        button(
            "fit",
            Material2MZ.ZOOM_OUT_MAP,
            "Show the whole network (0)",
            view::fit,
            model.networkProperty().isNotNull()));
  }

  private static Node button(
      String id, Ikon icon, String words, Runnable action, ObservableBooleanValue available) {
    Button button = new Button("", Icons.of(icon));
    button.setId(id);
    button.getStyleClass().add("icon-only");
    button.setAccessibleText(words);
    button.setOnAction(event -> action.run());
    button.disableProperty().bind(javafx.beans.binding.Bindings.not(available));
    return Explained.wrap(button, new SimpleStringProperty(words + "."));
  }

  private Node folding() {
    MenuButton menu = new MenuButton("", Icons.of(Material2MZ.UNFOLD_MORE));
    menu.setId("folding");
    menu.getStyleClass().add("icon-only");
    menu.setAccessibleText("Fold and unfold groups");
    menu.getItems()
        .addAll(
            item("Fold all groups", Material2MZ.UNFOLD_LESS, 0),
            item("Show the stages' blocks", Material2AL.LAYERS, 1),
            item("Unfold everything", Material2MZ.UNFOLD_MORE, ALL));
    return Explained.hint(menu, "Fold and unfold all groups at once.");
  }

  private MenuItem item(String words, Ikon icon, int depth) {
    MenuItem item = new MenuItem(words, Icons.of(icon));
    item.setOnAction(event -> model.folding().unfoldTo(model.networkProperty().get(), depth));
    item.disableProperty().bind(model.networkProperty().isNull());
    return item;
  }
}
