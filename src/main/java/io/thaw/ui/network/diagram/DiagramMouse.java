package io.thaw.ui.network.diagram;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Turns what the mouse, a touch pad or a finger does into moves of the view and events. */
final class DiagramMouse {
  private static final double NOTCH = 40;
  private static final double PER_NOTCH = 1.15;
  private static final double REACH = 7;
  private static final double CLICK = 4;
  private static final double TOOLTIP_WIDTH = 320;

  private final DiagramView view;
  private final DiagramEvents events;
  private final Tooltip tooltip = new Tooltip();
  private double pressedX;
  private double pressedY;
  private double lastX;
  private double lastY;
  private boolean onLine;
  private boolean moved;

  DiagramMouse(DiagramView view, DiagramEvents events) {
    this.view = view;
    this.events = events;
  }

  void install() {
    view.addEventHandler(ScrollEvent.SCROLL, this::onScroll);
    view.addEventHandler(ZoomEvent.ZOOM, this::onZoom);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::onReleased);
    view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClicked);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, this::onMoved);
    view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::onMenu);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
  }

  /** A wheel zooms; fingers, and a wheel with Shift, move. */
  private void onScroll(ScrollEvent event) {
    if (event.getTouchCount() > 0 || event.isInertia() || event.getDeltaX() != 0) {
      view.pan(event.getDeltaX(), event.getDeltaY());
    } else {
      view.zoom(Math.pow(PER_NOTCH, event.getDeltaY() / NOTCH), event.getX(), event.getY());
    }
    event.consume();
  }

  private void onZoom(ZoomEvent event) {
    view.zoom(event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }

  private void onPressed(MouseEvent event) {
    view.requestFocus();
    pressedX = event.getX();
    pressedY = event.getY();
    lastX = pressedX;
    lastY = pressedY;
    moved = false;
    onLine = event.getButton() == MouseButton.PRIMARY && isOnLine(event);
    event.consume();
  }

  private boolean isOnLine(MouseEvent event) {
    return Math.abs(event.getY() - view.lineY()) <= REACH && card(event).isEmpty();
  }

  private void onDragged(MouseEvent event) {
    moved |= Math.abs(event.getX() - pressedX) > CLICK || Math.abs(event.getY() - pressedY) > CLICK;
    if (onLine && moved) {
      double y = view.viewportProperty().get().diagramY(event.getY());
      view.dragLine(y);
      events.dragLine(y, false);
    } else if (moved) {
      view.pan(event.getX() - lastX, event.getY() - lastY);
    }
    lastX = event.getX();
    lastY = event.getY();
    event.consume();
  }

  private void onReleased(MouseEvent event) {
    if (onLine && moved) {
      view.dragLine(Double.NaN);
      events.dragLine(view.viewportProperty().get().diagramY(event.getY()), true);
    }
    onLine = false;
    if (event.getButton() == MouseButton.SECONDARY && !moved) {
      menu(event);
    }
    event.consume();
  }

  private void onClicked(MouseEvent event) {
    if (moved || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    Optional<String> card = card(event);
    if (card.isPresent()) {
      clicked(card.get(), event);
    } else {
      clickedBesideCards(event);
    }
    event.consume();
  }

  private void clicked(String card, MouseEvent event) {
    Box box = view.diagram().cards().get(card);
    CardFace face = view.face(card);
    Viewport at = view.viewportProperty().get();
    double fromRight = box.right() - at.diagramX(event.getX());
    boolean chevron = face.folded() && fromRight < CardPainter.ICON_AREA;
    boolean icon = at.diagramX(event.getX()) - box.x() < CardPainter.ICON_AREA;
    if (chevron || (face.folded() && event.getClickCount() == 2 && !icon)) {
      events.fold(card);
    } else if (icon && face.clickable()) {
      events.toggle(card, event.isShiftDown());
    } else {
      events.select(card, choice(event));
    }
  }

  private static DiagramEvents.Choice choice(MouseEvent event) {
    if (event.isShiftDown()) {
      return DiagramEvents.Choice.RANGE;
    }
    return event.isShortcutDown() ? DiagramEvents.Choice.TOGGLE : DiagramEvents.Choice.ONLY;
  }

  /** A click on a frame's title folds it. */
  private void clickedBesideCards(MouseEvent event) {
    Viewport at = view.viewportProperty().get();
    double y = at.diagramY(event.getY());
    Optional<String> frame =
        view.diagram()
            .frameAt(at.diagramX(event.getX()), y)
            .filter(id -> y - view.diagram().frames().get(id).y() < ElkLayout.TITLE);
    if (frame.isPresent()) {
      events.fold(frame.get());
    } else {
      events.selectNothing();
    }
  }

  private void onMoved(MouseEvent event) {
    Optional<String> card = card(event);
    boolean line = isOnLine(event);
    view.setCursor(line ? Cursor.V_RESIZE : card.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    String words =
        line
            ? "Drag to freeze what lies above and to train what lies below."
            : card.map(id -> view.face(id).words()).orElse("");
    explain(words);
  }

  /** A tooltip without words would be an empty box. */
  private void explain(String words) {
    if (words.equals(tooltip.getText())) {
      return;
    }
    Tooltip.uninstall(view, tooltip);
    tooltip.hide();
    tooltip.setText(words);
    if (!words.isEmpty()) {
      Tooltip.install(view, tooltip);
    }
  }

  /** The keyboard's way to the menu; the mouse's is the same on every system, see onReleased. */
  private void onMenu(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      events.menu(event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private void menu(MouseEvent event) {
    card(event)
        .filter(id -> !view.face(id).selected())
        .ifPresent(id -> events.select(id, DiagramEvents.Choice.ONLY));
    events.menu(event.getScreenX(), event.getScreenY());
  }

  private Optional<String> card(MouseEvent event) {
    return cardAt(event.getX(), event.getY());
  }

  private Optional<String> cardAt(double x, double y) {
    Viewport at = view.viewportProperty().get();
    return view.diagram().cardAt(at.diagramX(x), at.diagramY(y));
  }
}
