package io.thaw.ui.network;

import java.util.List;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.layout.Region;

/** A thin bar whose parts have widths in proportion to values. */
final class StackedBar extends Region {
  private static final double THINNEST = 3;

  private final List<ObservableNumberValue> values;
  private final List<Region> parts;

  /**
   * A bar.
   *
   * @param values one per part, from left to right, not negative
   * @param styleClasses one per part
   */
  StackedBar(List<ObservableNumberValue> values, List<String> styleClasses) {
    this.values = List.copyOf(values);
    this.parts = styleClasses.stream().map(StackedBar::part).toList();
    getStyleClass().add("stacked-bar");
    getChildren().addAll(parts);
    values.forEach(value -> value.addListener((property, was, now) -> requestLayout()));
  }

  private static Region part(String styleClass) {
    Region part = new Region();
    part.getStyleClass().add(styleClass);
    return part;
  }

  /** A value that is not zero stays visible however small its share. */
  @Override
  protected void layoutChildren() {
    double total = values.stream().mapToDouble(ObservableNumberValue::doubleValue).sum();
    double left = 0;
    for (int i = 0; i < parts.size(); i++) {
      double value = values.get(i).doubleValue();
      double share = total == 0 ? 0 : value / total * getWidth();
      double width = value == 0 ? 0 : Math.max(THINNEST, share);
      double right = i == parts.size() - 1 && value > 0 ? getWidth() : left + width;
      right = Math.min(right, getWidth() - reserved(i));
      parts.get(i).resizeRelocate(left, 0, Math.max(0, right - left), getHeight());
      left = Math.max(left, right);
    }
  }

  private double reserved(int part) {
    long later = values.stream().skip(part + 1).filter(value -> value.doubleValue() > 0).count();
    return later * THINNEST;
  }
}
