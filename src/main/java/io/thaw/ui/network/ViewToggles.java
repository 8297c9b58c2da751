package io.thaw.ui.network;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Diagram, table, or both; never none. */
final class ViewToggles {
  private final ToggleButton diagram =
      button("show-diagram", Material2AL.ACCOUNT_TREE, "Show the diagram");
  private final ToggleButton table = button("show-table", Material2MZ.TABLE_ROWS, "Show the table");
  private final HBox node = new HBox(diagram, table);

  ViewToggles() {
    node.getStyleClass().add("view-toggles");
    diagram.setSelected(true);
    diagram.selectedProperty().addListener((property, was, now) -> keepOne(now, table));
    table.selectedProperty().addListener((property, was, now) -> keepOne(now, diagram));
  }

  private static ToggleButton button(String id, Ikon icon, String words) {
    ToggleButton button = new ToggleButton("", Icons.of(icon));
    button.setId(id);
    button.getStyleClass().add("icon-only");
    button.setAccessibleText(words);
    return Explained.hint(button, words + ".");
  }

  private static void keepOne(boolean shown, ToggleButton other) {
    if (!shown && !other.isSelected()) {
      other.setSelected(true);
    }
  }

  Node node() {
    return node;
  }

  BooleanProperty diagram() {
    return diagram.selectedProperty();
  }

  BooleanProperty table() {
    return table.selectedProperty();
  }
}
