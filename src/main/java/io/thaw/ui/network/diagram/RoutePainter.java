package io.thaw.ui.network.diagram;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** Draws links as lines with rounded bends and an arrow at the end. */
final class RoutePainter {
  private static final double BEND = 8;
  private static final double ARROW = 5;

  private RoutePainter() {}

  /** Draws a link in the stroke and fill that are set; its arrow only where it can be seen. */
  static void paint(GraphicsContext graphics, Route route, boolean arrow) {
    List<Double> points = route.points();
    int last = points.size() - 2;
    graphics.beginPath();
    graphics.moveTo(points.get(0), points.get(1));
    for (int i = 2; i < last; i += 2) {
      graphics.arcTo(
          points.get(i), points.get(i + 1), points.get(i + 2), points.get(i + 3), bend(points, i));
    }
    graphics.lineTo(points.get(last), points.get(last + 1));
    graphics.stroke();
    if (arrow) {
      double x = points.get(last);
      double y = points.get(last + 1);
      graphics.fillPolygon(
          new double[] {x - ARROW, x + ARROW, x}, new double[] {y - ARROW, y - ARROW, y}, 3);
    }
  }

  /** No more than half of the shorter piece beside the bend. */
  private static double bend(List<Double> points, int i) {
    double before =
        Math.abs(points.get(i) - points.get(i - 2))
            + Math.abs(points.get(i + 1) - points.get(i - 1));
    double after =
        Math.abs(points.get(i + 2) - points.get(i))
            + Math.abs(points.get(i + 3) - points.get(i + 1));
    return Math.min(BEND, Math.min(before, after) / 2);
  }
}
