package io.thaw.ui.network.diagram;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;

/**
 * The whole diagram as a narrow strip, with the part that is seen marked. Across and down have
 * scales of their own: networks are a hundred times as long as they are wide.
 */
final class Minimap extends StateCanvas {
  private static final double MARGIN = 4;

  private final Function<String, Tone> tones;
  private final BiConsumer<Double, Double> go;
  private DiagramLayout layout = DiagramLayout.EMPTY;
  private Box seen = new Box(0, 0, 0, 0);

  /**
   * A strip.
   *
   * @param tones the colour of a card, by its id
   * @param go told a point of the diagram that the user wants to see
   */
  Minimap(Function<String, Tone> tones, BiConsumer<Double, Double> go) {
    this.tones = tones;
    this.go = go;
    setId("minimap");
    getStyleClass().add("minimap");
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText("Overview of the whole network; click to go there");
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::onMouse);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onMouse);
  }

  void show(DiagramLayout shown) {
    layout = shown;
    redraw();
  }

  void look(Box visible) {
    seen = visible;
    redraw();
  }

  private void onMouse(MouseEvent event) {
    if (!layout.isEmpty()) {
      go.accept((event.getX() - MARGIN) / scaleX(), (event.getY() - MARGIN) / scaleY());
    }
    event.consume();
  }

  private double scaleX() {
    return (getWidth() - 2 * MARGIN) / layout.width();
  }

  private double scaleY() {
    return Math.min(scaleX(), (getHeight() - 2 * MARGIN) / layout.height());
  }

  @Override
  protected void draw(GraphicsContext graphics, double width, double height) {
    Palette palette = palette();
    if (layout.isEmpty()) {
      return;
    }
    double length = Math.min(height, layout.height() * scaleY() + 2 * MARGIN);
    graphics.setFill(palette.surface());
    graphics.fillRoundRect(0, 0, width, length, 8, 8);
    for (Map.Entry<String, Box> card : layout.cards().entrySet()) {
      Box box = card.getValue();
      graphics.setFill(palette.strong(tones.apply(card.getKey())));
      graphics.fillRect(
          MARGIN + box.x() * scaleX(),
          MARGIN + box.y() * scaleY(),
          box.width() * scaleX(),
          Math.max(1, box.height() * scaleY()));
    }
    drawSeen(graphics, palette, width, length);
  }

  private void drawSeen(GraphicsContext graphics, Palette palette, double width, double height) {
    double left = Math.max(1, MARGIN + seen.x() * scaleX());
    double top = Math.max(1, MARGIN + seen.y() * scaleY());
    double right = Math.min(width - 1, MARGIN + seen.right() * scaleX());
    double bottom = Math.min(height - 1, MARGIN + seen.bottom() * scaleY());
    graphics.setStroke(palette.accent());
    graphics.setLineWidth(2);
    graphics.strokeRoundRect(left, top, Math.max(4, right - left), Math.max(4, bottom - top), 4, 4);
  }
}
