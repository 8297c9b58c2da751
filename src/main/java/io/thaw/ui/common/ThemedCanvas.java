package io.thaw.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * A region that draws itself, in colours that its stylesheet gives. However often {@link #redraw()}
 * is called, it draws once per frame.
 */
public abstract class ThemedCanvas extends Region {
  private static final double TEXT_SIZE = 13;
  private static final StyleablePropertyFactory<ThemedCanvas> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<ThemedCanvas, Color> TEXT = meta("text", it -> it.text);
  private static final CssMetaData<ThemedCanvas, Color> MUTED = meta("muted", it -> it.muted);
  private static final CssMetaData<ThemedCanvas, Color> LINE = meta("line", it -> it.line);
  private static final CssMetaData<ThemedCanvas, Color> SURFACE = meta("surface", it -> it.surface);
  private static final CssMetaData<ThemedCanvas, Color> ACCENT = meta("accent", it -> it.accent);
  private static final CssMetaData<ThemedCanvas, Color> PROBLEM = meta("problem", it -> it.problem);

  private final Canvas canvas = new Canvas();
  private final StyleableObjectProperty<Color> text = colour(TEXT);
  private final StyleableObjectProperty<Color> muted = colour(MUTED);
  private final StyleableObjectProperty<Color> line = colour(LINE);
  private final StyleableObjectProperty<Color> surface = colour(SURFACE);
  private final StyleableObjectProperty<Color> accent = colour(ACCENT);
  private final StyleableObjectProperty<Color> problem = colour(PROBLEM);

  /** An empty canvas that takes the size of the region. */
  protected ThemedCanvas() {
    getStyleClass().add("themed-canvas");
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  /** Draws everything; the area is clear. Units are pixels. */
  protected abstract void draw(GraphicsContext graphics, double width, double height);

  /** Has everything drawn again in the next frame. */
  public final void redraw() {
    requestLayout();
  }

  @Override
  protected final void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    if (getWidth() > 0 && getHeight() > 0) {
      graphics.setFont(font());
      draw(graphics, getWidth(), getHeight());
    }
  }

  /** The font of all text, at the smaller of the two sizes. */
  protected static Font font() {
    return Font.font(Font.getDefault().getFamily(), TEXT_SIZE);
  }

  protected final Color text() {
    return text.get();
  }

  protected final Color muted() {
    return muted.get();
  }

  protected final Color line() {
    return line.get();
  }

  protected final Color surface() {
    return surface.get();
  }

  protected final Color accent() {
    return accent.get();
  }

  protected final Color problem() {
    return problem.get();
  }

  /** The colours that stylesheets can set. */
  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return getClassCssMetaData();
  }

  private static CssMetaData<ThemedCanvas, Color> meta(
      String name, Function<ThemedCanvas, StyleableProperty<Color>> property) {
    return FACTORY.createColorCssMetaData("-thaw-canvas-" + name, property, Color.GRAY);
  }

  private StyleableObjectProperty<Color> colour(CssMetaData<ThemedCanvas, Color> meta) {
    return new SimpleStyleableObjectProperty<>(meta, this, meta.getProperty(), Color.GRAY) {
      @Override
      protected void invalidated() {
        requestLayout();
      }
    };
  }
}
