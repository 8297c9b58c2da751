package io.thaw.ui.network.diagram;

/**
 * A rectangle, in pixels at zoom 1 from the diagram's upper left corner.
 *
 * @param x of the left edge
 * @param y of the upper edge
 */
public record Box(double x, double y, double width, double height) {

  /** The x of the right edge. */
  public double right() {
    return x + width;
  }

  /** The y of the lower edge. */
  public double bottom() {
    return y + height;
  }

  /** Half way between the left and the right edge. */
  public double centreX() {
    return x + width / 2;
  }

  /** Half way between the upper and the lower edge. */
  public double centreY() {
    return y + height / 2;
  }

  /** Whether a point lies in it, edges included. */
  public boolean contains(double px, double py) {
    return px >= x && px <= right() && py >= y && py <= bottom();
  }

  /** Whether the two have an area in common. */
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** This box grown by a margin on every side. */
  public Box grown(double margin) {
    return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }

  /** The smallest box around both. */
  public Box union(Box other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}
