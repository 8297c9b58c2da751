package io.thaw.ui.network.diagram;

import java.util.List;

/**
 * The way of a link through the diagram: straight pieces, across or down.
 *
 * @param points its bends, ends included, as {@code x, y, x, y, ...}
 * @param bounds the smallest box around it
 */
public record Route(Link link, List<Double> points, Box bounds) {

  /** A route through these points. */
  public static Route of(Link link, List<Double> points) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.size(); i += 2) {
      left = Math.min(left, points.get(i));
      right = Math.max(right, points.get(i));
      top = Math.min(top, points.get(i + 1));
      bottom = Math.max(bottom, points.get(i + 1));
    }
    return new Route(link, List.copyOf(points), new Box(left, top, right - left, bottom - top));
  }
}
