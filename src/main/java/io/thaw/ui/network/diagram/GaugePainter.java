package io.thaw.ui.network.diagram;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.material2.Material2MZ;

/** Draws gauges at the right of cards. */
final class GaugePainter {
  private static final double GAP = 12;
  private static final double LENGTH = 72;
  private static final double THICK = 6;
  private static final double WIDTH = LENGTH + 56;

  private final CardPainter icons;
  private final Font font;

  GaugePainter(CardPainter icons, Font font) {
    this.icons = icons;
    this.font = font;
  }

  void paint(GraphicsContext graphics, Palette palette, Box card, Gauge gauge) {
    double left = card.right() + GAP;
    double middle = card.centreY();
    graphics.setFill(palette.surface().deriveColor(0, 1, 1, 0.9));
    graphics.fillRoundRect(left - 6, middle - 13, WIDTH, 26, 8, 8);
    graphics.setFill(palette.line());
    graphics.fillRoundRect(left, middle - THICK / 2, LENGTH, THICK, THICK, THICK);
    Color strong = gauge.best() ? palette.accent() : palette.muted();
    graphics.setFill(strong.deriveColor(0, 1, 1, 0.35));
    double from = left + LENGTH * gauge.low();
    double length = Math.max(2, LENGTH * (gauge.high() - gauge.low()));
    graphics.fillRoundRect(from, middle - THICK / 2, length, THICK, THICK, THICK);
    graphics.setFill(strong);
    graphics.fillRect(left + LENGTH * gauge.value() - 1.5, middle - THICK, 3, 2 * THICK);
    words(graphics, palette, left, middle, gauge);
  }

  private void words(
      GraphicsContext graphics, Palette palette, double left, double middle, Gauge gauge) {
    graphics.setFont(font);
    graphics.setFill(gauge.best() ? palette.accent() : palette.text());
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setTextBaseline(VPos.CENTER);
    String percent = String.format(Locale.ROOT, "%.0f %%", 100 * gauge.value());
    graphics.fillText(percent, left + LENGTH + 8, middle);
    if (gauge.best()) {
      icons.icon(graphics, Material2MZ.STAR, 14, palette.accent(), left + WIDTH + 6, middle);
    }
  }
}
