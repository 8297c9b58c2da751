package io.thaw.ui.network.diagram;

import io.thaw.ui.common.ThemedCanvas;
import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.paint.Color;

/** A region that draws itself and knows the colours of layers' states. */
abstract class StateCanvas extends ThemedCanvas {
  private static final StyleablePropertyFactory<StateCanvas> FACTORY =
      new StyleablePropertyFactory<>(ThemedCanvas.getClassCssMetaData());
  private static final CssMetaData<StateCanvas, Color> FROZEN = meta("frozen", it -> it.frozen);
  private static final CssMetaData<StateCanvas, Color> FROZEN_SUBTLE =
      meta("frozen-subtle", it -> it.frozenSubtle);
  private static final CssMetaData<StateCanvas, Color> TRAINABLE =
      meta("trainable", it -> it.trainable);
  private static final CssMetaData<StateCanvas, Color> TRAINABLE_SUBTLE =
      meta("trainable-subtle", it -> it.trainableSubtle);
  private static final CssMetaData<StateCanvas, Color> HEAD = meta("head", it -> it.head);
  private static final CssMetaData<StateCanvas, Color> HEAD_SUBTLE =
      meta("head-subtle", it -> it.headSubtle);
  private static final CssMetaData<StateCanvas, Color> SUNKEN = meta("sunken", it -> it.sunken);

  private final StyleableObjectProperty<Color> frozen = colour(FROZEN);
  private final StyleableObjectProperty<Color> frozenSubtle = colour(FROZEN_SUBTLE);
  private final StyleableObjectProperty<Color> trainable = colour(TRAINABLE);
  private final StyleableObjectProperty<Color> trainableSubtle = colour(TRAINABLE_SUBTLE);
  private final StyleableObjectProperty<Color> head = colour(HEAD);
  private final StyleableObjectProperty<Color> headSubtle = colour(HEAD_SUBTLE);
  private final StyleableObjectProperty<Color> sunken = colour(SUNKEN);

  StateCanvas() {
    getStyleClass().add("state-canvas");
  }

  /** The colours as they are now. */
  final Palette palette() {
    return new Palette(
        text(),
        muted(),
        line(),
        surface(),
        sunken.get(),
        accent(),
        frozen.get(),
        frozenSubtle.get(),
        trainable.get(),
        trainableSubtle.get(),
        head.get(),
        headSubtle.get());
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  private static CssMetaData<StateCanvas, Color> meta(
      String name, Function<StateCanvas, StyleableProperty<Color>> property) {
    return FACTORY.createColorCssMetaData("-thaw-canvas-" + name, property, Color.GRAY);
  }

  private StyleableObjectProperty<Color> colour(CssMetaData<StateCanvas, Color> meta) {
    return new SimpleStyleableObjectProperty<>(meta, this, meta.getProperty(), Color.GRAY) {
      @Override
      protected void invalidated() {
        redraw();
      }
    };
  }
}
