package io.thaw.sample;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;
import java.util.function.Consumer;

/**
 * A piece of a subject, in units of the subject: x to the right, y down, about -1 to 1.
 *
 * @param outline its silhouette
 * @param texture paints its colours without any light; may paint beyond the outline
 * @param material how it takes light
 * @param dents hollows in its surface
 */
record Part(Shape outline, Consumer<Graphics2D> texture, Material material, List<Dent> dents) {
  /** A hollow: where, how wide, and how deep as a share of the swelling. */
  record Dent(double x, double y, double radius, double depth) {}

  Part(Shape outline, Consumer<Graphics2D> texture, Material material) {
    this(outline, texture, material, List.of());
  }
}
