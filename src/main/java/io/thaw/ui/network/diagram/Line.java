package io.thaw.ui.network.diagram;

/**
 * A line across the whole diagram.
 *
 * @param y in the diagram's pixels; not a number for no line
 * @param above said about what lies above it
 * @param below said about what lies below it
 */
public record Line(double y, String above, String below) {

  /** No line. */
  public static final Line NONE = new Line(Double.NaN, "", "");

  /** Whether there is a line. */
  public boolean isShown() {
    return !Double.isNaN(y);
  }
}
