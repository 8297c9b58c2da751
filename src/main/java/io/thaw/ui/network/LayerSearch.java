package io.thaw.ui.network;

import atlantafx.base.controls.CustomTextField;
import io.thaw.network.Layer;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2MZ;

/** A field that finds layers by name or kind: Enter jumps to the next one. */
final class LayerSearch {
  private final NetworkModel model;
  private final CustomTextField field = new CustomTextField();
  private final Label place = Texts.muted("");
  private final Runnable leave;

  /**
   * A search.
   *
   * @param leave gives the keyboard to what shows the layers
   */
  LayerSearch(NetworkModel model, Runnable leave) {
    this.model = model;
    this.leave = leave;
    place.setMinWidth(Label.USE_PREF_SIZE);
    field.setLeft(Icons.of(Material2MZ.SEARCH, "muted-icon"));
    field.setRight(place);
    field.setId("layer-search");
    field.setPromptText("Find a layer");
    field.setAccessibleText("Find a layer by its name or kind; Enter goes to the next one");
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    field.textProperty().addListener((property, before, now) -> count());
    model.networkProperty().addListener((property, before, now) -> count());
    HBox.setHgrow(field, Priority.ALWAYS);
  }

  TextField node() {
    return field;
  }

  ObservableValue<String> textProperty() {
    return field.textProperty();
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private List<Layer> matches() {
    LoadedNetwork network = model.networkProperty().get();
    String wanted = field.getText().strip().toLowerCase(Locale.ROOT);
    return network == null || wanted.isEmpty()
        ? List.of()
        : network.layers().list().stream().filter(layer -> RowTree.matches(layer, wanted)).toList();
  }

  private void count() {
    int found = matches().size();
    boolean searching = !field.getText().isBlank();
    place.setText(!searching ? "" : found == 0 ? "none" : String.valueOf(found));
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
    } else if (event.getCode() == KeyCode.ENTER) {
      jump(event.isShiftDown() ? -1 : 1);
    } else if (event.getCode() == KeyCode.DOWN) {
      leave.run();
    } else {
      return;
    }
    event.consume();
  }

  /** Selects the next match after what is selected, or the one before. */
  private void jump(int direction) {
    List<Layer> matches = matches();
    if (matches.isEmpty()) {
      return;
    }
    int at = model.selection().size() == 1 ? matches.indexOf(model.selection().get(0)) : -1;
    int next =
        at < 0
            ? (direction > 0 ? 0 : matches.size() - 1)
            : Math.floorMod(at + direction, matches.size());
    Layer layer = matches.get(next);
    model.folding().reveal(layer);
    model.select(List.of(layer));
    model.currentProperty().set(new Part.Single(layer));
    place.setText((next + 1) + " of " + matches.size());
  }
}
