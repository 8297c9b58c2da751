package io.thaw.ui.network.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Stand-ins for the cards that are seen and legible: regions that draw nothing, carry each card's
 * words for assistive technology, and leave the mouse to the diagram below.
 */
final class Handles extends Pane {
  private static final double LEGIBLE = 0.3;

  private final Map<String, Region> placed = new HashMap<>();
  private final Deque<Region> free = new ArrayDeque<>();

  Handles() {
    setMouseTransparent(true);
    setManaged(false);
  }

  void place(DiagramCanvas canvas, DiagramLayout layout, Viewport viewport, Box seen) {
    boolean legible = viewport.scale() >= LEGIBLE;
    Iterator<Map.Entry<String, Region>> old = placed.entrySet().iterator();
    while (old.hasNext()) {
      Map.Entry<String, Region> handle = old.next();
      Box box = layout.cards().get(handle.getKey());
      if (!legible || box == null || !box.overlaps(seen)) {
        release(handle.getValue());
        old.remove();
      }
    }
    if (legible) {
      for (Map.Entry<String, Box> card : layout.cards().entrySet()) {
        if (card.getValue().overlaps(seen)) {
          Region handle = placed.computeIfAbsent(card.getKey(), this::take);
          handle.setAccessibleText(canvas.face(card.getKey()).words());
          put(handle, card.getValue(), viewport);
        }
      }
    }
  }

  private void release(Region handle) {
    handle.setVisible(false);
    free.push(handle);
  }

  private Region take(String card) {
    Region handle = free.isEmpty() ? create() : free.pop();
    handle.setId("card-" + card);
    handle.setVisible(true);
    return handle;
  }

  private Region create() {
    Region handle = new Region();
    handle.setManaged(false);
    handle.setAccessibleRole(AccessibleRole.BUTTON);
    getChildren().add(handle);
    return handle;
  }

  private static void put(Region handle, Box box, Viewport viewport) {
    handle.resizeRelocate(
        viewport.viewX(box.x()),
        viewport.viewY(box.y()),
        box.width() * viewport.scale(),
        box.height() * viewport.scale());
  }
}
