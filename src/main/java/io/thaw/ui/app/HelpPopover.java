package io.thaw.ui.app;

import io.thaw.ui.common.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** The shortcuts, and what the three state colours mean. */
final class HelpPopover {
  private final PopOver popOver = new PopOver(content());

  HelpPopover() {
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    popOver.getRoot().getStyleClass().add("help");
  }

  void toggle(Node owner) {
    if (popOver.isShowing()) {
      popOver.hide();
    } else {
      popOver.show(owner);
    }
  }

  private static Node content() {
    GridPane keys = new GridPane();
    keys.getStyleClass().add("figures");
    String[][] shortcuts = {
      {"Ctrl+Enter", "Start training"},
      {"Esc or Ctrl+.", "Stop and keep what was learned"},
      {"Ctrl+1, 2, 3, 4", "Network, Pictures, Training, Results"},
      {"Delete, Insert", "Leave pictures out, use them"},
      {"Ctrl+Z, Ctrl+Y", "Undo, redo in Network and Pictures"},
      {"Tab, Space", "Go to the next control, press it"},
      {"F1", "This help"},
    };
    for (int row = 0; row < shortcuts.length; row++) {
      Label key = Texts.plain(shortcuts[row][0]);
      key.getStyleClass().add("key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      keys.addRow(row, key, Texts.muted(shortcuts[row][1]));
    }
    VBox content =
        new VBox(
            Texts.emphasis("Shortcuts"),
            keys,
            Texts.emphasis("Colours of layers"),
            colour("frozen", "Frozen: keeps every value it has"),
            colour("trainable", "Trainable: learns from your pictures"),
            colour("head", "New head: made for your classes, always learns"));
    content.setId("help-content");
    content.getStyleClass().add("help-content");
    return content;
  }

  private static Node colour(String state, String words) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("swatch", state);
    HBox line = new HBox(swatch, Texts.muted(words));
    line.getStyleClass().add("swatch-line");
    return line;
  }
}
