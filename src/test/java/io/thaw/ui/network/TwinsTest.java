package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.network.Layer;
import io.thaw.ui.network.diagram.CardFace;
import io.thaw.ui.network.diagram.DiagramEvents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever is done in the diagram, in the table or to the plan, both show the same. */
@ExtendWith(ApplicationExtension.class)
class TwinsTest {
  private static final int ACTIONS = 300;

  private final DiagramStage window = new DiagramStage();
  private final NetworkModel model = window.model;
  private final Random random = new Random(7);

  @Start
  void start(Stage stage) {
    window.show(stage);
  }

  @BeforeEach
  void unfold() throws TimeoutException {
    window.unfold();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void diagramAndTableNeverDisagree(FxRobot robot) throws TimeoutException {
    robot.clickOn("#show-table");
    for (int i = 0; i < ACTIONS; i++) {
      String done = i + ": " + onFxThread(() -> act(robot));
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFxThread(this::isLaidOut));
      // What the new layout has asked for is done by now; it may have asked for more.
      onFxThread(() -> null);
      onFxThread(
          () -> {
            compare(table(robot), done);
            return null;
          });
    }
  }

  /** Without the pauses for a user's eyes that a robot makes, which are most of its time. */
  private static <T> T onFxThread(Callable<T> task) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, task);
  }

  private boolean isLaidOut() {
    Set<String> expected =
        NetworkGraph.of(model.networkProperty().get(), model.folding().unfoldedProperty().get())
            .parts()
            .keySet();
    return model.diagramProperty().get().parts().keySet().equals(expected);
  }

  private String act(FxRobot robot) {
    DiagramEvents diagram = pane();
    List<String> cards = List.copyOf(model.diagramProperty().get().parts().keySet());
    String card = cards.get(random.nextInt(cards.size()));
    int rows = table(robot).getExpandedItemCount();
    int row = random.nextInt(rows);
    int what = random.nextInt(11);
    switch (what) {
      case 0 -> diagram.select(card, DiagramEvents.Choice.ONLY);
      case 1 -> diagram.select(card, DiagramEvents.Choice.RANGE);
      case 2 -> diagram.select(card, DiagramEvents.Choice.TOGGLE);
      case 3 -> diagram.toggle(card, random.nextBoolean());
      case 4 -> diagram.fold(card);
      case 5 -> diagram.dragLine(random.nextDouble() * 2000, true);
      case 6 -> table(robot).getSelectionModel().clearAndSelect(row);
      case 7 -> table(robot).getSelectionModel().selectRange(row, Math.min(rows, row + 4));
      case 8 -> {
        TreeItem<Part> item = table(robot).getTreeItem(row);
        item.setExpanded(!item.isExpanded());
      }
      case 9 -> model.apply(Preset.values()[random.nextInt(Preset.values().length)]);
      default -> {
        if (random.nextBoolean()) {
          model.history().undo();
        } else {
          model.history().redo();
        }
      }
    }
    return what + " at card " + card + ", row " + row;
  }

  private DiagramEvents pane() {
    return (DiagramEvents) window.view().getProperties().get(DiagramEvents.class);
  }

  @SuppressWarnings("unchecked")
  private static TreeTableView<Part> table(FxRobot robot) {
    return robot.lookup("#layer-tree").queryAs(TreeTableView.class);
  }

  private void compare(TreeTableView<Part> table, String after) {
    CardFaces faces = new CardFaces(model);
    Set<Layer> inDiagram = new HashSet<>();
    for (Part part : model.diagramProperty().get().parts().values()) {
      CardFace face = faces.face(part.id());
      if (face.selected()) {
        inDiagram.addAll(part.layers());
      }
      if (!(part instanceof Part.Picture)) {
        assertThat(rows(table.getRoot()))
            .as(after)
            .anySatisfy(row -> assertThat(row.id()).isEqualTo(part.id()));
      }
    }
    Set<Layer> inTable = new HashSet<>();
    table
        .getSelectionModel()
        .getSelectedItems()
        .forEach(item -> inTable.addAll(item.getValue().layers()));
    assertThat(inTable).as(after).isEqualTo(inDiagram);
    assertThat(unfolded(table.getRoot())).as(after).isEqualTo(visibleFrames());
  }

  /** What the rows that are not folded away stand for. */
  private static List<Part> rows(TreeItem<Part> item) {
    List<Part> parts = new ArrayList<>();
    for (TreeItem<Part> child : item.getChildren()) {
      parts.add(child.getValue());
      if (child.isExpanded()) {
        parts.addAll(rows(child));
      }
    }
    return parts;
  }

  private static Set<String> unfolded(TreeItem<Part> item) {
    Set<String> ids = new HashSet<>();
    for (TreeItem<Part> child : item.getChildren()) {
      if (child.isExpanded() && !child.isLeaf()) {
        ids.add(child.getValue().id());
        ids.addAll(unfolded(child));
      }
    }
    return ids;
  }

  private Set<String> visibleFrames() {
    return model.diagramProperty().get().layout().frames().keySet();
  }
}
