package io.thaw.ui.results;

import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Where the run lies on disk. */
final class RunFolderPane {
  private final Region node;

  RunFolderPane(Path folder, Consumer<Path> opener) {
    Label path = Texts.muted(folder.toString());
    path.setId("run-folder");
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    path.setTooltip(new Tooltip(folder.toString()));
    Button open = new Button("Open folder", Icons.of(Material2OutlinedAL.FOLDER_OPEN));
    open.setId("open-folder");
    open.setOnAction(event -> opener.accept(folder));
    Button copy = new Button("Copy path", Icons.of(Material2OutlinedAL.CONTENT_COPY));
    copy.setId("copy-path");
    copy.setOnAction(event -> copy(folder, copy));
    HBox buttons = new HBox(open, copy);
    buttons.getStyleClass().add("button-row");
    node = ResultsView.card("Run folder", path, buttons);
  }

  Region node() {
    return node;
  }

  private static void copy(Path folder, Button button) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, folder.toString()));
    button.setText("Copied");
  }
}
