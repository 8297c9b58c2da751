package io.thaw.ui.network.diagram;

/**
 * Which part of a diagram is seen.
 *
 * @param scale pixels of the screen per pixel of the diagram
 * @param x the diagram's x at the left edge of the view
 * @param y the diagram's y at the upper edge of the view
 */
public record Viewport(double scale, double x, double y) {
  private static final double SMALLEST = 0.01;
  private static final double LARGEST = 2;
  private static final double MARGIN = 32;
  private static final double LEGIBLE = 0.75;

  /** The diagram's upper left corner at its own size. */
  public static final Viewport ORIGIN = new Viewport(1, 0, 0);

  /** The diagram's x at an x of the view. */
  public double diagramX(double viewX) {
    return x + viewX / scale;
  }

  /** The diagram's y at a y of the view. */
  public double diagramY(double viewY) {
    return y + viewY / scale;
  }

  /** The view's x of an x of the diagram. */
  public double viewX(double diagramX) {
    return (diagramX - x) * scale;
  }

  /** The view's y of a y of the diagram. */
  public double viewY(double diagramY) {
    return (diagramY - y) * scale;
  }

  /** The part of the diagram that a view of this size shows. */
  public Box visible(double width, double height) {
    return new Box(x, y, width / scale, height / scale);
  }

  /** Larger or smaller by a factor; what is at a point of the view stays there. */
  public Viewport zoomed(double factor, double viewX, double viewY) {
    double next = Math.max(SMALLEST, Math.min(LARGEST, scale * factor));
    return new Viewport(next, diagramX(viewX) - viewX / next, diagramY(viewY) - viewY / next);
  }

  /** Moved by pixels of the view, as if the paper was pushed. */
  public Viewport panned(double byX, double byY) {
    return new Viewport(scale, x - byX / scale, y - byY / scale);
  }

  /** Moved so that a point of the diagram is in the middle. */
  public Viewport centredAt(double diagramX, double diagramY, double width, double height) {
    return new Viewport(scale, diagramX - width / scale / 2, diagramY - height / scale / 2);
  }

  /** Moved no further than needed for a box to be seen, with some space around it. */
  public Viewport revealing(Box box, double width, double height) {
    Box wanted = box.grown(MARGIN);
    return new Viewport(
        scale,
        nearest(x, wanted.x(), wanted.right(), width / scale),
        nearest(y, wanted.y(), wanted.bottom(), height / scale));
  }

  /** Moved so that at least a strip of the diagram is seen. */
  public Viewport held(DiagramLayout layout, double width, double height) {
    return new Viewport(
        scale, held(x, layout.width(), width / scale), held(y, layout.height(), height / scale));
  }

  /** The whole diagram, never enlarged. */
  public static Viewport fit(DiagramLayout layout, double width, double height) {
    double scale = Math.min(1, Math.min(width / layout.width(), height / layout.height()));
    return at(Math.max(SMALLEST, scale), layout, width, height);
  }

  /** The diagram's beginning, legible. */
  public static Viewport start(DiagramLayout layout, double width, double height) {
    double across = Math.min(1, width / layout.width());
    double whole = Math.min(across, height / layout.height());
    return at(Math.min(across, Math.max(LEGIBLE, whole)), layout, width, height);
  }

  private static Viewport at(double scale, DiagramLayout layout, double width, double height) {
    double spare = height / scale - layout.height();
    return new Viewport(scale, (layout.width() - width / scale) / 2, spare > 0 ? -spare / 2 : 0);
  }

  private static double nearest(double from, double low, double high, double size) {
    if (high - low > size || low < from) {
      return low;
    }
    return Math.max(from, high - size);
  }

  private static double held(double from, double length, double size) {
    double strip = Math.min(length, size) / 4;
    return Math.max(strip - size, Math.min(length - strip, from));
  }
}
