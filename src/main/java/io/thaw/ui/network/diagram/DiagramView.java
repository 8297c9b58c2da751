package io.thaw.ui.network.diagram;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A diagram that can be zoomed, moved and clicked, with an overview at its right edge. */
public final class DiagramView extends Region {
  private static final double MINIMAP_WIDTH = 72;
  private static final double GAP = 8;

  private final DiagramCanvas canvas;
  private final Handles handles = new Handles();
  private final Minimap minimap;
  private final ReadOnlyObjectWrapper<Viewport> viewport =
      new ReadOnlyObjectWrapper<>(this, "viewport", Viewport.ORIGIN);
  private DiagramLayout layout = DiagramLayout.EMPTY;
  private Line cut = Line.NONE;
  private Line freeze = Line.NONE;
  private double draggedTo = Double.NaN;
  private String current = "";
  private boolean fresh = true;
  private double laidOutWidth;

  /**
   * A view.
   *
   * @param cards what the cards show; asked again after {@link #facesChanged}
   * @param events told what the user does
   */
  public DiagramView(Cards cards, DiagramEvents events) {
    canvas = new DiagramCanvas(cards::face);
    minimap = new Minimap(cards::tone, this::centreAt);
    setId("diagram");
    getStyleClass().add("diagram");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setClip(clip());
    getChildren().addAll(canvas, handles, minimap);
    focusedProperty().addListener((property, before, now) -> canvas.ring(now ? current : ""));
    new DiagramMouse(this, events).install();
    getProperties().put(DiagramEvents.class, events);
  }

  private Rectangle clip() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    return clip;
  }

  /** Which part is seen. */
  public ReadOnlyObjectProperty<Viewport> viewportProperty() {
    return viewport.getReadOnlyProperty();
  }

  /** Shows another diagram from its beginning. */
  public void show(DiagramLayout shown) {
    fresh = true;
    change(shown);
  }

  /** Shows the same diagram in another layout; a card or frame stays where it is on the screen. */
  public void change(DiagramLayout shown, String anchor) {
    Optional<Box> before = box(layout, anchor);
    Optional<Box> after = box(shown, anchor);
    change(shown);
    if (before.isPresent() && after.isPresent() && !fresh) {
      Viewport at = viewport.get();
      double byX = after.get().centreX() - before.get().centreX();
      double byY = after.get().y() - before.get().y();
      look(new Viewport(at.scale(), at.x() + byX, at.y() + byY));
    }
  }

  private void change(DiagramLayout shown) {
    layout = shown;
    canvas.show(shown);
    minimap.show(shown);
    requestLayout();
  }

  private static Optional<Box> box(DiagramLayout layout, String id) {
    return Optional.ofNullable(layout.cards().getOrDefault(id, layout.frames().get(id)));
  }

  /** Has every card's face asked for again. */
  public void facesChanged() {
    canvas.forgetFaces();
    minimap.redraw();
    placeHandles();
    tellCurrent();
  }

  /** Draws these lines. */
  public void lines(Line cutLine, Line freezeLine) {
    cut = cutLine;
    freeze = freezeLine;
    drawLines();
  }

  private void drawLines() {
    boolean dragged = !Double.isNaN(draggedTo);
    Line shown = dragged ? new Line(draggedTo, freeze.above(), freeze.below()) : freeze;
    canvas.lines(cut, shown, dragged);
  }

  /** Puts the keyboard at a card; empty for none. */
  public void setCurrent(String card) {
    current = card;
    canvas.ring(isFocused() ? card : "");
    tellCurrent();
  }

  private void tellCurrent() {
    boolean known = layout.cards().containsKey(current);
    setAccessibleText(known ? canvas.face(current).words() : "Diagram of the network");
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /** Moves no further than needed to show a card. */
  public void reveal(String card) {
    box(layout, card)
        .ifPresent(box -> look(viewport.get().revealing(box, seenWidth(), getHeight())));
  }

  /** Shows all of it. */
  public void fit() {
    if (!layout.isEmpty() && getWidth() > 0) {
      look(Viewport.fit(layout, seenWidth(), getHeight()));
    }
  }

  /** Larger or smaller by a factor, around the middle. */
  public void zoom(double factor) {
    zoom(factor, seenWidth() / 2, getHeight() / 2);
  }

  void zoom(double factor, double x, double y) {
    move(at -> at.zoomed(factor, x, y));
  }

  void pan(double byX, double byY) {
    move(at -> at.panned(byX, byY));
  }

  private void centreAt(double x, double y) {
    move(at -> at.centredAt(x, y, seenWidth(), getHeight()));
  }

  private void move(UnaryOperator<Viewport> how) {
    if (!layout.isEmpty()) {
      look(how.apply(viewport.get()).held(layout, seenWidth(), getHeight()));
    }
  }

  private void look(Viewport at) {
    viewport.set(at);
    canvas.look(at);
    minimap.look(at.visible(seenWidth(), getHeight()));
    placeHandles();
  }

  private void placeHandles() {
    Viewport at = viewport.get();
    handles.place(canvas, layout, at, at.visible(getWidth(), getHeight()));
  }

  private double seenWidth() {
    return Math.max(1, getWidth() - MINIMAP_WIDTH - 2 * GAP);
  }

  DiagramLayout diagram() {
    return layout;
  }

  CardFace face(String card) {
    return canvas.face(card);
  }

  /** The place on the view of the line that can be dragged; not a number when there is none. */
  double lineY() {
    return viewport.get().viewY(freeze.y());
  }

  /** Draws the line elsewhere while it is dragged; not a number puts it back. */
  void dragLine(double diagramY) {
    draggedTo = diagramY;
    drawLines();
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(0, 0, getWidth(), getHeight());
    minimap.resizeRelocate(
        getWidth() - MINIMAP_WIDTH - GAP, GAP, MINIMAP_WIDTH, Math.max(0, getHeight() - 2 * GAP));
    if (fresh && !layout.isEmpty() && getWidth() > 0 && getHeight() > 0) {
      fresh = false;
      look(Viewport.start(layout, seenWidth(), getHeight()));
    } else {
      // What was in the middle stays there when the view becomes narrower or wider.
      Viewport at = viewport.get();
      double shift = (laidOutWidth - getWidth()) / 2 / at.scale();
      look(new Viewport(at.scale(), at.x() + shift, at.y()));
    }
    laidOutWidth = getWidth();
  }
}
