package io.thaw.ui.network.diagram;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.material2.Material2AL;

/** Draws the part of a diagram that is seen. */
final class DiagramCanvas extends StateCanvas {
  private static final double ARROWS_FROM = 0.25;
  private static final double TITLES_FROM = 0.3;
  private static final double GAUGE_ROOM = 160;
  private static final double GRIP_WIDTH = 28;
  private static final double GRIP_HEIGHT = 24;

  /** Room at the right for the overview. */
  private static final double RIGHT = 100;

  private final Function<String, CardFace> faces;
  private final Map<String, CardFace> known = new HashMap<>();
  private final CardPainter cards = new CardPainter(font());
  private final GaugePainter gauges = new GaugePainter(cards, font());
  private DiagramLayout layout = DiagramLayout.EMPTY;
  private Viewport viewport = Viewport.ORIGIN;
  private Line cut = Line.NONE;
  private Line freeze = Line.NONE;
  private String current = "";
  private boolean dragging;
  private Color paper = Color.TRANSPARENT;

  /**
   * A canvas.
   *
   * @param faces what a card shows, by its id; asked once until {@link #forgetFaces}
   */
  DiagramCanvas(Function<String, CardFace> faces) {
    this.faces = faces;
  }

  void show(DiagramLayout shown) {
    layout = shown;
    forgetFaces();
  }

  void look(Viewport at) {
    viewport = at;
    redraw();
  }

  void lines(Line cutLine, Line freezeLine, boolean beingDragged) {
    cut = cutLine;
    freeze = freezeLine;
    dragging = beingDragged;
    redraw();
  }

  /** Rings the card that the keyboard is at; empty for none. */
  void ring(String card) {
    current = card;
    redraw();
  }

  void forgetFaces() {
    known.clear();
    redraw();
  }

  CardFace face(String card) {
    return known.computeIfAbsent(card, faces);
  }

  @Override
  protected void draw(GraphicsContext graphics, double width, double height) {
    if (layout.isEmpty()) {
      return;
    }
    Palette palette = palette();
    paper = palette.surface().deriveColor(0, 1, 1, 0.85);
    Box seen = viewport.visible(width, height).grown(8);
    graphics.save();
    graphics.scale(viewport.scale(), viewport.scale());
    graphics.translate(-viewport.x(), -viewport.y());
    drawFrames(graphics, palette, seen);
    drawRoutes(graphics, palette, seen);
    drawCards(graphics, palette, seen);
    graphics.restore();
    drawCut(graphics, palette, width);
    drawFreeze(graphics, palette, width);
  }

  private void drawFrames(GraphicsContext graphics, Palette palette, Box seen) {
    graphics.setLineWidth(1);
    for (Frame frame : layout.graph().frames()) {
      Box box = layout.frames().get(frame.id());
      if (box.overlaps(seen)) {
        boolean outer = frame.parent().isEmpty();
        graphics.setFill(outer ? palette.sunken() : palette.surface());
        graphics.setStroke(palette.line());
        graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 12, 12);
        graphics.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 12, 12);
        if (viewport.scale() >= TITLES_FROM) {
          title(graphics, palette, frame, box);
        }
      }
    }
  }

  private void title(GraphicsContext graphics, Palette palette, Frame frame, Box box) {
    cards.icon(graphics, Material2AL.EXPAND_LESS, 18, palette.muted(), box.x() + 18, box.y() + 17);
    graphics.setFont(font());
    graphics.setFill(palette.muted());
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(frame.title(), box.x() + 32, box.y() + 17);
  }

  private void drawRoutes(GraphicsContext graphics, Palette palette, Box seen) {
    graphics.setStroke(palette.muted());
    graphics.setFill(palette.muted());
    // A link stays a pixel wide however far away it is seen from.
    graphics.setLineWidth(Math.max(1.25, 0.6 / viewport.scale()));
    boolean arrows = viewport.scale() >= ARROWS_FROM;
    for (Route route : layout.routes()) {
      if (route.bounds().grown(1).overlaps(seen)) {
        RoutePainter.paint(graphics, route, arrows);
      }
    }
  }

  private void drawCards(GraphicsContext graphics, Palette palette, Box seen) {
    Box near = seen.grown(GAUGE_ROOM);
    for (Map.Entry<String, Box> card : layout.cards().entrySet()) {
      if (card.getValue().overlaps(near)) {
        CardFace face = face(card.getKey());
        cards.paint(graphics, palette, card.getValue(), face, viewport.scale());
        if (face.gauge() != null && viewport.scale() >= TITLES_FROM) {
          gauges.paint(graphics, palette, card.getValue(), face.gauge());
        }
        if (card.getKey().equals(current)) {
          Box ring = card.getValue().grown(4);
          graphics.setStroke(palette.accent());
          graphics.setLineWidth(1.5);
          graphics.strokeRoundRect(ring.x(), ring.y(), ring.width(), ring.height(), 12, 12);
        }
      }
    }
  }

  private void drawCut(GraphicsContext graphics, Palette palette, double width) {
    if (cut.isShown()) {
      double y = Math.round(viewport.viewY(cut.y())) + 0.5;
      graphics.setStroke(palette.frozen());
      graphics.setLineWidth(1.5);
      graphics.setLineDashes(6, 5);
      graphics.strokeLine(0, y, width, y);
      graphics.setLineDashes();
      label(graphics, palette.frozen(), cut.above(), width - RIGHT, y - 10, TextAlignment.RIGHT);
      label(graphics, palette.trainable(), cut.below(), width - RIGHT, y + 11, TextAlignment.RIGHT);
    }
  }

  private void drawFreeze(GraphicsContext graphics, Palette palette, double width) {
    if (freeze.isShown()) {
      double y = Math.round(viewport.viewY(freeze.y())) + 0.5;
      Color colour = dragging ? palette.accent() : palette.frozen();
      graphics.setStroke(colour);
      graphics.setLineWidth(2);
      graphics.strokeLine(GRIP_WIDTH, y, width, y);
      graphics.setFill(colour);
      graphics.fillRoundRect(4, y - GRIP_HEIGHT / 2, GRIP_WIDTH, GRIP_HEIGHT, 8, 8);
      cards.icon(
          graphics, Material2AL.DRAG_INDICATOR, 16, palette.surface(), 4 + GRIP_WIDTH / 2, y);
      label(graphics, palette.frozen(), freeze.above(), 44, y - 10, TextAlignment.LEFT);
      label(graphics, palette.trainable(), freeze.below(), 44, y + 11, TextAlignment.LEFT);
    }
  }

  private void label(
      GraphicsContext graphics,
      Color colour,
      String words,
      double x,
      double y,
      TextAlignment alignment) {
    double width = cards.width(words) + 8;
    double left = alignment == TextAlignment.LEFT ? x - 4 : x - width + 4;
    graphics.setFill(paper);
    graphics.fillRoundRect(left, y - 8, width, 16, 6, 6);
    graphics.setFont(font());
    graphics.setFill(colour);
    graphics.setTextAlign(alignment);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(words, x, y);
    graphics.setTextAlign(TextAlignment.LEFT);
  }
}
