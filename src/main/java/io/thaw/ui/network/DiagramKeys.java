package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.ui.network.diagram.DiagramEvents.Choice;
import io.thaw.ui.network.diagram.DiagramView;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;

/** The keyboard in the diagram: arrows, Home and End move, Space freezes and thaws. */
final class DiagramKeys {
  private static final double STEP = 1.25;
  private static final int PAGE = 8;

  private final NetworkModel model;
  private final DiagramPane pane;
  private final DiagramView view;

  DiagramKeys(NetworkModel model, DiagramPane pane, DiagramView view) {
    this.model = model;
    this.pane = pane;
    this.view = view;
  }

  void install() {
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    view.focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (now && model.currentProperty().get() == null && !parts().isEmpty()) {
                model.currentProperty().set(parts().get(0));
              }
            });
  }

  private List<Part> parts() {
    return List.copyOf(model.diagramProperty().get().parts().values());
  }

  private void onKey(KeyEvent event) {
    if (parts().isEmpty() || event.isAltDown() || !handled(event)) {
      return;
    }
    event.consume();
  }

  private boolean handled(KeyEvent event) {
    switch (event.getCode()) {
      case UP, KP_UP -> move(-1, event);
      case DOWN, KP_DOWN -> move(1, event);
      case PAGE_UP -> move(-PAGE, event);
      case PAGE_DOWN -> move(PAGE, event);
      case HOME -> move(-parts().size(), event);
      case END -> move(parts().size(), event);
      case LEFT, KP_LEFT -> fold();
      case RIGHT, KP_RIGHT, ENTER -> unfold();
      case SPACE -> toggle();
      case A -> {
        return event.isShortcutDown() && selectAll();
      }
      case PLUS, EQUALS, ADD -> view.zoom(STEP);
      case MINUS, SUBTRACT -> view.zoom(1 / STEP);
      case DIGIT0, NUMPAD0 -> view.fit();
      case CONTEXT_MENU -> menu();
      case F10 -> {
        if (!event.isShiftDown()) {
          return false;
        }
        menu();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int by, KeyEvent event) {
    List<Part> parts = parts();
    int at = parts.indexOf(model.currentProperty().get());
    int next = Math.max(0, Math.min(parts.size() - 1, at + by));
    pane.go(parts.get(next), event.isShiftDown() ? Choice.RANGE : Choice.ONLY);
  }

  /** Folds the group around the card. */
  private void fold() {
    Part current = model.currentProperty().get();
    if (current == null || current.layers().isEmpty()) {
      return;
    }
    Layer layer = current.layers().get(0);
    int depth =
        current instanceof Part.Group group ? group.path().size() - 1 : layer.group().size();
    if (depth > 0) {
      model.folding().set(layer.group().subList(0, depth), false);
    }
  }

  private void unfold() {
    if (model.currentProperty().get() instanceof Part.Group group) {
      model.folding().set(group.path(), true);
    }
  }

  private void toggle() {
    Part current = model.currentProperty().get();
    List<Layer> chosen =
        model.selection().isEmpty() && current != null ? current.layers() : model.selection();
    if (!chosen.isEmpty()) {
      model.toggle(List.copyOf(chosen));
    }
  }

  private boolean selectAll() {
    model.select(model.networkProperty().get().layers().list());
    return true;
  }

  private void menu() {
    Bounds bounds = view.localToScreen(view.getLayoutBounds());
    pane.menu(bounds.getCenterX(), bounds.getCenterY());
  }
}
