package io.thaw.ui.training;

import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What happened during a run, newest at the top. */
final class EventList {
  private final VBox node = new VBox();

  EventList(RunModel model) {
    ListView<EventLine> list = new ListView<>(model.lines());
    list.setId("events");
    list.setAccessibleText("What happened during the run");
    list.getStyleClass().add("event-list");
    list.setCellFactory(view -> new LineCell());
    list.setPlaceholder(Texts.muted("The run has not reported yet."));
    VBox.setVgrow(list, Priority.ALWAYS);
    node.getStyleClass().addAll("card-pane", "events");
    node.getChildren().addAll(Texts.emphasis("What happened"), list);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  Region node() {
    return node;
  }

  private static final class LineCell extends ListCell<EventLine> {
    LineCell() {
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(EventLine line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty ? null : line.text());
      setGraphic(empty ? null : icon(line.kind()));
    }

    private static Node icon(EventLine.Kind kind) {
      return switch (kind) {
        case STEP -> Icons.of(Material2AL.CHEVRON_RIGHT, "muted-icon");
        case NOTICE -> Icons.of(Material2OutlinedAL.INFO, "accent-icon");
        case PROBLEM -> Icons.of(Material2OutlinedMZ.WARNING, "problem-icon");
      };
    }
  }
}
