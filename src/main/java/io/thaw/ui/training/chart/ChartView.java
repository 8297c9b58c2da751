package io.thaw.ui.training.chart;

import io.thaw.ui.common.Figures;
import io.thaw.ui.common.ThemedCanvas;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Draws a {@link ChartModel}: training as a thin line, validation as points joined by a line, each
 * with its name and newest value at its end; the values under the mouse on hover.
 */
public final class ChartView extends ThemedCanvas {
  private static final double POINT = 3;
  private static final double TICK_DISTANCE_X = 64;
  private static final int MOST_ROWS = 6;
  private static final double TICK_DISTANCE_Y = 32;

  private final ChartModel model;
  private double mouse = Double.NaN;

  /** A view that follows the model. */
  public ChartView(String id, ChartModel model) {
    setId(id);
    this.model = model;
    getStyleClass().add("chart-canvas");
    setMinSize(200, 120);
    setAccessibleText(model.title() + " over the epochs");
    model.revision().addListener((property, before, now) -> redraw());
    setOnMouseMoved(event -> follow(event.getX()));
    setOnMouseExited(event -> follow(Double.NaN));
  }

  /** What is drawn. */
  public ChartModel model() {
    return model;
  }

  private void follow(double x) {
    mouse = x;
    redraw();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    boolean share = model.unit() == ChartModel.Unit.SHARE;
    PlotArea area = PlotArea.of(width, height, model.epochs(), 1);
    int most = (int) Math.max(2, Math.min(MOST_ROWS, area.height() / TICK_DISTANCE_Y));
    Ticks up = Ticks.upTo(share ? 1 : largest(), most);
    area = PlotArea.of(width, height, model.epochs(), up.top());
    drawRows(g, area, up, share);
    drawColumns(g, area);
    drawTraining(g, area);
    drawValidation(g, area);
    drawEnds(g, area);
    drawHover(g, area);
  }

  private double largest() {
    double max = Math.max(model.training().max(), model.validation().max());
    return Double.isFinite(max) && max > 0 ? max : 1;
  }

  private void drawRows(GraphicsContext g, PlotArea area, Ticks ticks, boolean share) {
    g.setLineWidth(1);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    for (double value : ticks.values()) {
      double y = Math.round(area.y(value)) + 0.5;
      g.setStroke(line());
      g.strokeLine(area.left(), y, area.right(), y);
      g.setFill(muted());
      String text = share ? Math.round(100 * value) + " %" : ticks.text(value);
      g.fillText(text, area.left() - 8, y);
    }
  }

  private void drawColumns(GraphicsContext g, PlotArea area) {
    int most = (int) Math.max(1, area.width() / TICK_DISTANCE_X);
    g.setFill(muted());
    g.setStroke(line());
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.TOP);
    Ticks ticks = Ticks.wholeUpTo(model.epochs(), most);
    for (double value : ticks.values()) {
      double x = Math.round(area.x(value)) + 0.5;
      g.strokeLine(x, area.bottom(), x, area.bottom() + 4);
      g.fillText(value == 0 ? "epoch 0" : ticks.text(value), x, area.bottom() + 8);
    }
  }

  private void drawTraining(GraphicsContext g, PlotArea area) {
    if (model.training().size() == 0) {
      return;
    }
    g.setStroke(muted());
    g.setGlobalAlpha(0.75);
    g.setLineWidth(1);
    g.beginPath();
    MinMaxSampler.sample(
        model.training(), 0, area.epochsPerPixel(), (x, y) -> g.lineTo(area.x(x), area.y(y)));
    g.stroke();
    g.setGlobalAlpha(1);
  }

  private void drawValidation(GraphicsContext g, PlotArea area) {
    Series series = model.validation();
    if (series.size() == 0) {
      return;
    }
    g.setStroke(accent());
    g.setFill(accent());
    g.setLineWidth(2);
    g.beginPath();
    MinMaxSampler.sample(
        series, 0, area.epochsPerPixel(), (x, y) -> g.lineTo(area.x(x), area.y(y)));
    g.stroke();
    if (series.size() * 3 * POINT < area.width()) {
      for (int i = 0; i < series.size(); i++) {
        dot(g, area.x(series.x(i)), area.y(series.y(i)));
      }
    }
  }

  private void dot(GraphicsContext g, double x, double y) {
    g.fillOval(x - POINT, y - POINT, 2 * POINT, 2 * POINT);
  }

  private void drawEnds(GraphicsContext g, PlotArea area) {
    double training = model.training().last();
    double validation = model.validation().last();
    EndLabels at = EndLabels.of(area, area.y(training), area.y(validation));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    g.setFill(muted());
    end(g, area, "training", training, at.first());
    g.setFill(accent());
    end(g, area, "held back", validation, at.second());
  }

  private void end(GraphicsContext g, PlotArea area, String name, double value, double middle) {
    if (!Double.isNaN(value)) {
      g.fillText(name, area.right() + 12, middle - EndLabels.LINE / 2);
      g.fillText(value(value), area.right() + 12, middle + EndLabels.LINE / 2);
    }
  }

  private String value(double value) {
    return model.unit() == ChartModel.Unit.SHARE ? Figures.percent(value) : Figures.loss(value);
  }

  private void drawHover(GraphicsContext g, PlotArea area) {
    int at = model.training().nearest(area.epoch(mouse));
    if (at < 0 || !(mouse >= area.left() && mouse <= area.right())) {
      return;
    }
    double x = area.x(model.training().x(at));
    g.setStroke(muted());
    g.setLineWidth(1);
    g.strokeLine(Math.round(x) + 0.5, area.top(), Math.round(x) + 0.5, area.bottom());
    g.setFill(muted());
    dot(g, x, area.y(model.training().y(at)));
    hoverText(g, area, x, at);
  }

  private void hoverText(GraphicsContext g, PlotArea area, double x, int at) {
    String text =
        String.format(
            java.util.Locale.ROOT,
            "epoch %.2f   training %s",
            model.training().x(at),
            value(model.training().y(at)));
    int near = model.validation().nearest(model.training().x(at));
    if (near >= 0) {
      text += "   held back " + value(model.validation().y(near));
    }
    boolean leftHalf = x < (area.left() + area.right()) / 2;
    g.setTextAlign(leftHalf ? TextAlignment.LEFT : TextAlignment.RIGHT);
    g.setTextBaseline(VPos.BOTTOM);
    g.setFill(text());
    g.fillText(text, leftHalf ? area.left() : area.right(), area.top() - 4);
  }
}
