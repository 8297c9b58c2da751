package io.thaw.ui.pictures;

import impl.org.controlsfx.skin.GridViewSkin;
import io.thaw.ui.images.Thumbnails;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.GridView;

/** The pictures on show, of which only those in sight exist; selected with mouse and keys. */
final class PictureGrid {
  private final PicturesSelection selection;
  private final PicturesModel model;
  private final GridView<PictureRow> node = new GridView<>();

  PictureGrid(PicturesModel model, Thumbnails thumbnails, ContextMenu menu) {
    this.model = model;
    this.selection = model.selection();
    node.setId("picture-grid");
    node.getStyleClass().add("picture-grid");
    node.setCellWidth(PictureCell.WIDTH);
    node.setCellHeight(PictureCell.HEIGHT);
    node.setFocusTraversable(true);
    node.setCellFactory(grid -> new PictureCell(selection, thumbnails, this::pressed));
    node.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> node.requestFocus());
    node.setOnContextMenuRequested(
        event -> {
          menu.show(node, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    model
        .listingProperty()
        .addListener((property, before, now) -> node.getItems().setAll(now.shown()));
    selection.versionProperty().addListener(changed -> follow());
    // The question for a class takes room, and must not hide the picture that it is about.
    node.heightProperty().addListener(changed -> follow());
    node.setAccessibleText("Pictures");
    // It takes what room there is. Left to itself it measures a cell at every layout around it.
    node.setMinSize(PictureCell.WIDTH, 0);
    node.setPrefSize(PictureCell.WIDTH, PictureCell.HEIGHT);
  }

  Node node() {
    return node;
  }

  private void pressed(PictureRow row, MouseEvent event) {
    int place = selection.placeOf(row.file());
    boolean other = event.getButton() == MouseButton.SECONDARY;
    if (other && selection.contains(row)) {
      return;
    }
    if (event.isShortcutDown()) {
      selection.toggle(place);
    } else if (event.isShiftDown()) {
      selection.extend(place);
    } else {
      selection.select(place);
    }
  }

  private void onKey(KeyEvent event) {
    int last = model.listingProperty().get().shown().size() - 1;
    if (last < 0) {
      return;
    }
    if (event.isShortcutDown()) {
      if (event.getCode() == KeyCode.A) {
        selection.all();
        event.consume();
      }
      return;
    }
    int target = target(event.getCode(), Math.max(0, selection.currentPlace()), last);
    if (target >= 0) {
      if (event.isShiftDown()) {
        selection.extend(target);
      } else {
        selection.select(target);
      }
      event.consume();
    }
  }

  /** Where a key leads; -1 for nowhere. */
  private int target(KeyCode key, int from, int last) {
    return switch (key) {
      case LEFT -> Math.max(0, from - 1);
      case RIGHT -> Math.min(last, from + 1);
      case UP -> from - columns() < 0 ? from : from - columns();
      case DOWN -> Math.min(last, from + columns());
      case PAGE_UP -> Math.max(0, from - columns() * rowsInSight());
      case PAGE_DOWN -> Math.min(last, from + columns() * rowsInSight());
      case HOME -> 0;
      case END -> last;
      default -> -1;
    };
  }

  /** GridView itself does not tell; its skin does. */
  private int columns() {
    return node.getSkin() instanceof GridViewSkin<?> skin
        ? Math.max(1, skin.computeMaxCellsInRow())
        : 1;
  }

  private int rowsInSight() {
    double row = node.getCellHeight() + 2 * node.getVerticalCellSpacing();
    return Math.max(1, (int) (node.getHeight() / row));
  }

  private void follow() {
    PictureRow current = selection.current();
    node.setAccessibleText(current == null ? "Pictures" : current.spoken());
    if (current != null && node.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      int row = selection.currentPlace() / columns();
      if (row < flow.getCellCount()) {
        flow.scrollTo(row);
      }
    }
  }
}
