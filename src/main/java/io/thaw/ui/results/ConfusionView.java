package io.thaw.ui.results;

import io.thaw.evaluation.ConfusionMatrix;
import io.thaw.ui.common.Figures;
import io.thaw.ui.common.ThemedCanvas;
import java.util.Arrays;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A confusion matrix as a heat map: a row per true class, a column per answer, and each row's share
 * of right answers at its end. Right answers take the accent colour, wrong ones the colour of
 * problems; the stronger, the larger the share of the row.
 */
final class ConfusionView extends ThemedCanvas {
  private static final double SMALLEST_TEXT = 8;
  private static final double ROOM_FOR_COUNT = 18;

  private final ConfusionMatrix matrix;
  private final int[][] counts;
  private final int size;
  private int hoverRow = -1;
  private int hoverColumn = -1;
  private MatrixLayout grid;

  ConfusionView(ConfusionMatrix matrix) {
    this.matrix = matrix;
    this.counts = matrix.counts();
    this.size = counts.length;
    setId("confusion");
    setAccessibleText("Confusion matrix of " + size + " classes");
    setMinSize(MatrixLayout.smallestWidth(size), MatrixLayout.smallestHeight(size));
    setOnMouseMoved(event -> hover(event.getX(), event.getY()));
    setOnMouseExited(event -> hover(-1, -1));
  }

  private void hover(double x, double y) {
    hoverRow = grid == null ? -1 : grid.row(y);
    hoverColumn = grid == null ? -1 : grid.column(x);
    redraw();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    grid = MatrixLayout.of(size, width, height);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        drawCell(g, row, column);
      }
      drawRowEnds(g, row);
    }
    for (int column = 0; column < size; column++) {
      drawColumnName(g, column);
    }
    drawTitles(g);
    drawRecallTitle(g);
  }

  private void drawRecallTitle(GraphicsContext g) {
    g.setFill(muted());
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.BOTTOM);
    g.fillText("share right", grid.x(size) + MatrixLayout.ROW_END - 4, grid.top() - 8);
  }

  private double share(int row, int column) {
    int total = Arrays.stream(counts[row]).sum();
    return total == 0 ? 0 : (double) counts[row][column] / total;
  }

  private void drawCell(GraphicsContext g, int row, int column) {
    double x = grid.x(column);
    double y = grid.y(row);
    double side = grid.cell() - 1;
    double share = share(row, column);
    g.setFill(line());
    g.setGlobalAlpha(0.35);
    g.fillRect(x, y, side, side);
    Color colour = row == column ? accent() : problem();
    g.setGlobalAlpha(share == 0 ? 0 : 0.12 + 0.88 * share);
    g.setFill(colour);
    g.fillRect(x, y, side, side);
    g.setGlobalAlpha(1);
    if (row == hoverRow && column == hoverColumn) {
      g.setStroke(text());
      g.setLineWidth(1);
      g.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
    }
    if (counts[row][column] > 0 && grid.cell() >= ROOM_FOR_COUNT) {
      g.setFill(share > 0.5 ? surface() : text());
      g.setFont(fitting(Figures.count(counts[row][column]).length(), 13));
      g.setTextAlign(TextAlignment.CENTER);
      g.setTextBaseline(VPos.CENTER);
      g.fillText(Figures.count(counts[row][column]), x + side / 2, y + side / 2);
    }
  }

  private Font fitting(int characters, double largest) {
    double wide = (grid.cell() - 4) / Math.max(1, characters) / 0.62;
    double size = Math.max(SMALLEST_TEXT, Math.min(largest, wide));
    return Font.font(font().getFamily(), size);
  }

  private void drawRowEnds(GraphicsContext g, int row) {
    double middle = grid.y(row) + (grid.cell() - 1) / 2;
    g.setFont(nameFont());
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setFill(row == hoverRow ? text() : muted());
    g.fillText(shorten(matrix.classes().get(row)), grid.left() - 8, middle);
    double right = grid.x(size) + 12;
    double recall = share(row, row);
    g.setFill(line());
    g.fillRect(right, middle - 2, MatrixLayout.BAR, 4);
    g.setFill(accent());
    g.fillRect(right, middle - 2, MatrixLayout.BAR * recall, 4);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setFill(text());
    g.fillText(Figures.percent(recall), grid.x(size) + MatrixLayout.ROW_END - 4, middle);
  }

  private void drawColumnName(GraphicsContext g, int column) {
    g.save();
    g.translate(grid.x(column) + (grid.cell() - 1) / 2, grid.top() - 8);
    g.rotate(grid.slanted() ? -60 : 0);
    g.setFont(nameFont());
    g.setFill(column == hoverColumn ? text() : muted());
    g.setTextAlign(grid.slanted() ? TextAlignment.LEFT : TextAlignment.CENTER);
    g.setTextBaseline(grid.slanted() ? VPos.CENTER : VPos.BOTTOM);
    g.fillText(shorten(matrix.classes().get(column)), 0, 0);
    g.restore();
  }

  private Font nameFont() {
    return Font.font(font().getFamily(), Math.max(SMALLEST_TEXT, Math.min(13, grid.cell() - 2)));
  }

  private static String shorten(String name) {
    return name.length() <= 16 ? name : name.substring(0, 15) + "\u2026";
  }

  private void drawTitles(GraphicsContext g) {
    g.setFont(font());
    g.setTextBaseline(VPos.TOP);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(hoverRow >= 0 && hoverColumn >= 0 ? text() : muted());
    g.fillText(sentence(), 0, 0);
  }

  private String sentence() {
    if (hoverRow < 0 || hoverColumn < 0) {
      return "Rows: what the picture shows. Columns: what the network says.";
    }
    return String.format(
        Locale.ROOT,
        "%,d of %,d pictures of %s were taken for %s (%s)",
        counts[hoverRow][hoverColumn],
        Arrays.stream(counts[hoverRow]).sum(),
        matrix.classes().get(hoverRow),
        matrix.classes().get(hoverColumn),
        Figures.percent(share(hoverRow, hoverColumn)));
  }
}
