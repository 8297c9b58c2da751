package io.thaw.ui.network;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
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
        "Trains the selected layer and every one after it, and freezes the layers before it."),
    ALL(
        "freeze-all",
        "Freeze all",
        Material2AL.AC_UNIT,
        "Freezes every layer, so that only the new head learns: fastest, and best for few images."),
    NONE(
        "unfreeze-all",
        "Unfreeze all",
        Material2MZ.WHATSHOT,
        "Trains every layer: slowest, and best for many images unlike everyday photographs.");

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

    boolean needsSelection() {
      return this == UNTIL || this == FROM;
    }
  }

  private final NetworkModel model;

  FreezeActions(NetworkModel model) {
    this.model = model;
  }

  /**
   * One button per action.
   *
   * @param narrow whether there is no room for words
   */
  List<Node> buttons(ObservableBooleanValue narrow) {
    return Arrays.stream(Action.values()).map(action -> button(action, narrow)).toList();
  }

  ContextMenu menu() {
    MenuItem freeze = new MenuItem("Freeze", Icons.of(Material2AL.AC_UNIT));
    freeze.setOnAction(event -> model.setFrozen(model.selection(), true));
    freeze.disableProperty().bind(nothingSelected());
    MenuItem train = new MenuItem("Train", Icons.of(Material2MZ.WHATSHOT));
    train.setOnAction(event -> model.setFrozen(model.selection(), false));
    train.disableProperty().bind(nothingSelected());
    return new ContextMenu(
        freeze,
        train,
        new SeparatorMenuItem(),
        item(Action.UNTIL),
        item(Action.FROM),
        new SeparatorMenuItem(),
        item(Action.ALL),
        item(Action.NONE));
  }

  private MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.title, Icons.of(action.icon));
    item.setOnAction(event -> run(action));
    item.disableProperty().bind(unavailable(action));
    return item;
  }

  private Node button(Action action, ObservableBooleanValue narrow) {
    Button button = new Button(action.title, Icons.of(action.icon));
    button.setId(action.id);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button
        .contentDisplayProperty()
        .bind(
            Bindings.when(narrow).then(ContentDisplay.GRAPHIC_ONLY).otherwise(ContentDisplay.LEFT));
    button.setOnAction(event -> run(action));
    button.disableProperty().bind(unavailable(action));
    return Explained.wrap(button, explanation(action));
  }

  private StringBinding explanation(Action action) {
    BooleanBinding unavailable = unavailable(action);
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

  private BooleanBinding unavailable(Action action) {
    return action.needsSelection() ? nothingSelected() : model.networkProperty().isNull();
  }

  private BooleanBinding nothingSelected() {
    return Bindings.isEmpty(model.selection());
  }

  private void run(Action action) {
    switch (action) {
      case UNTIL -> model.freezeUntil(model.selection().get(model.selection().size() - 1));
      case FROM -> model.trainFrom(model.selection().get(0));
      case ALL -> model.freezeAll();
      case NONE -> model.unfreezeAll();
      default -> throw new IllegalStateException(action.title);
    }
  }
}
