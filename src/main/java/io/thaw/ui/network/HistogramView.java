package io.thaw.ui.network;

import io.thaw.evaluation.ValueSummary;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.ThemedCanvas;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/**
 * Draws how the values of an array spread from the least to the largest, as bars on a ground line,
 * with a mark at zero where zero lies between them. The words are on hover.
 */
final class HistogramView extends ThemedCanvas {
  private static final double BAR_OPACITY = 0.6;

  private final ValueSummary values;

  /**
   * A histogram.
   *
   * @param name of the array
   */
  HistogramView(String name, ValueSummary values) {
    this.values = values;
    getStyleClass().add("histogram");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    Explained.drawing(this, name + ": " + WeightText.words(values));
  }

  /** What is drawn. */
  ValueSummary values() {
    return values;
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    double ground = Math.floor(height) - 1;
    g.setFill(line());
    g.fillRect(0, ground, width, 1);
    drawZero(g, width, ground);
    g.setFill(accent());
    g.setGlobalAlpha(BAR_OPACITY);
    drawBars(g, width, ground);
    g.setGlobalAlpha(1);
  }

  private void drawZero(GraphicsContext g, double width, double ground) {
    double least = values.least();
    double largest = values.largest();
    if (least < 0 && largest > 0) {
      g.fillRect(Math.round(-least / (largest - least) * (width - 1)), 0, 1, ground);
    }
  }

  /** A bin with a value in it shows, however few they are. */
  private void drawBars(GraphicsContext g, double width, double ground) {
    List<Integer> bins = values.histogram();
    double fullest = bins.stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int i = 0; i < bins.size(); i++) {
      if (bins.get(i) > 0) {
        double left = Math.round(i * width / bins.size());
        double right = Math.round((i + 1) * width / bins.size());
        double bar = Math.max(1, Math.round(bins.get(i) / fullest * ground));
        g.fillRect(left, ground - bar, Math.max(1, right - left - 1), bar);
      }
    }
  }
}
