package io.thaw.ui.network;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What can be done to the plan, as buttons and as a menu. */
final class FreezeActions {
  private enum Action {
    UNTIL(
        "freeze-until",
        "Freeze up to here",
        Material2MZ.VERTICAL_ALIGN_BOTTOM,
        "Freezes every layer down to the selected one and trains the layers after it."),
    FROM(
        "train-from",
        "Train from here on",
        Material2MZ.VERTICAL_ALIGN_TOP,
        "Trains the selected layer and every one after it, and freezes the layers before it.");

    private final String id;
    private final String title;
    private final Ikon icon;
    private final String explanation;

    Action(String id, String title, Ikon icon, String explanation) {
      this.id = id;
      this.title = title;
      this.icon = icon;
      this.explanation = explanation;
    }
  }

  private final NetworkModel model;

  FreezeActions(NetworkModel model) {
    this.model = model;
  }

  /** One button per action, and one with the plans that are wanted often. */
  List<Node> buttons() {
    return List.of(button(Action.UNTIL), button(Action.FROM), presets());
  }

  ContextMenu menu() {
    MenuItem freeze = new MenuItem("Freeze", Icons.of(Material2AL.AC_UNIT));
    freeze.setOnAction(event -> model.setFrozen(model.selection(), true));
    freeze.disableProperty().bind(nothingSelected());
    MenuItem train = new MenuItem("Train", Icons.of(Material2MZ.WHATSHOT));
    train.setOnAction(event -> model.setFrozen(model.selection(), false));
    train.disableProperty().bind(nothingSelected());
    ContextMenu menu =
        new ContextMenu(
            freeze,
            train,
            new SeparatorMenuItem(),
            item(Action.UNTIL),
            item(Action.FROM),
            new SeparatorMenuItem());
    menu.getItems().addAll(presetItems());
    return menu;
  }

  private Node presets() {
    MenuButton menu = new MenuButton("Presets", Icons.of(Material2MZ.TUNE));
    menu.setId("presets");
    menu.setMinWidth(MenuButton.USE_PREF_SIZE);
    menu.getItems().addAll(presetItems());
    menu.disableProperty().bind(model.networkProperty().isNull());
    return Explained.wrap(
        menu, new SimpleStringProperty("Plans that are wanted often, for the whole network."));
  }

  private List<MenuItem> presetItems() {
    List<MenuItem> items = new ArrayList<>();
    for (Preset preset : Preset.values()) {
      MenuItem item = new MenuItem(preset.title(), Icons.of(preset.icon()));
      item.setOnAction(event -> model.apply(preset));
      item.disableProperty().bind(model.networkProperty().isNull());
      items.add(item);
    }
    MenuItem invert = new MenuItem("Invert", Icons.of(Material2MZ.SWAP_VERT));
    invert.setOnAction(event -> model.invert());
    invert.disableProperty().bind(model.networkProperty().isNull());
    items.add(invert);
    return items;
  }

  private MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.title, Icons.of(action.icon));
    item.setOnAction(event -> run(action));
    item.disableProperty().bind(nothingSelected());
    return item;
  }

  private Node button(Action action) {
    Button button = new Button("", Icons.of(action.icon));
    button.setId(action.id);
    button.getStyleClass().add("icon-only");
    button.setAccessibleText(action.title);
    button.setOnAction(event -> run(action));
    button.disableProperty().bind(nothingSelected());
    return Explained.wrap(button, explanation(action));
  }

  private StringBinding explanation(Action action) {
    BooleanBinding unavailable = nothingSelected();
    return Bindings.createStringBinding(
        () ->
            !unavailable.get()
                ? action.title + ". " + action.explanation
                : model.networkProperty().get() == null
                    ? "Pick a model first."
                    : action.title + ": select a layer first. " + action.explanation,
        unavailable,
        model.networkProperty());
  }

  private BooleanBinding nothingSelected() {
    return Bindings.isEmpty(model.selection());
  }

  private void run(Action action) {
    switch (action) {
      case UNTIL -> model.freezeUntil(model.selection().get(model.selection().size() - 1));
      case FROM -> model.trainFrom(model.selection().get(0));
      default -> throw new IllegalStateException(action.title);
    }
  }
}
