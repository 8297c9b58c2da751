package io.thaw.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * Explanations on hover. A disabled control gets no mouse events, so its explanation sits on a
 * wrapper around it.
 */
public final class Explained {
  private static final Duration DELAY = Duration.millis(350);
  private static final Duration STAY = Duration.seconds(30);

  private Explained() {}

  /** Shows {@code text} on hover over a control that is never disabled. */
  public static <T extends Control> T hint(T control, String text) {
    Tooltip tooltip = tooltip();
    tooltip.setText(text);
    control.setTooltip(tooltip);
    control.setAccessibleHelp(text);
    return control;
  }

  /** Shows {@code text} on hover over a drawing, and has it read out in place of it. */
  public static <T extends Node> T drawing(T drawing, String text) {
    Tooltip tooltip = tooltip();
    tooltip.setText(text);
    Tooltip.install(drawing, tooltip);
    drawing.setAccessibleText(text);
    return drawing;
  }

  /** Shows {@code text} and a larger picture on hover, and has the text read out in its place. */
  public static <T extends Node> T enlarged(T drawing, String text, Node larger) {
    Tooltip tooltip = tooltip();
    tooltip.setText(text);
    tooltip.setGraphic(larger);
    tooltip.setContentDisplay(ContentDisplay.TOP);
    Tooltip.install(drawing, tooltip);
    drawing.setAccessibleText(text);
    return drawing;
  }

  /** A wrapper that shows {@code text} on hover, whether the control is disabled or not. */
  public static StackPane wrap(Control control, ObservableValue<String> text) {
    StackPane wrapper = new StackPane(control);
    wrapper.getStyleClass().add("explained");
    Tooltip tooltip = tooltip();
    tooltip.textProperty().bind(text);
    Tooltip.install(wrapper, tooltip);
    control.accessibleHelpProperty().bind(text);
    return wrapper;
  }

  /** Shows what {@code text} says now on hover over a control that is never disabled. */
  public static <T extends Control> T follow(T control, ObservableValue<String> text) {
    Tooltip tooltip = tooltip();
    tooltip.textProperty().bind(text);
    control.setTooltip(tooltip);
    return control;
  }

  /**
   * A wrapper that explains, while {@code locked}, why what it holds cannot be used.
   *
   * @param text one sentence
   */
  public static StackPane whileLocked(Node content, ObservableValue<Boolean> locked, String text) {
    StackPane wrapper = new StackPane(content);
    Tooltip tooltip = tooltip();
    tooltip.setText(text);
    content.disableProperty().bind(locked);
    locked.addListener(
        (property, before, now) -> {
          if (now) {
            Tooltip.install(wrapper, tooltip);
          } else {
            Tooltip.uninstall(wrapper, tooltip);
          }
        });
    return wrapper;
  }

  private static Tooltip tooltip() {
    Tooltip tooltip = new Tooltip();
    tooltip.setShowDelay(DELAY);
    tooltip.setShowDuration(STAY);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    return tooltip;
  }
}
