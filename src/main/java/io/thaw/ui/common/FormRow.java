package io.thaw.ui.common;

import java.util.function.Function;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** Rows of forms: a name, a control, and an explanation of both. */
public final class FormRow {
  private FormRow() {}

  /** A row. */
  public static HBox of(String name, Control input, String explanation) {
    Label label = Explained.hint(Texts.plain(name), explanation);
    label.setLabelFor(input);
    Explained.hint(input, explanation);
    input.setAccessibleText(name);
    input.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(input, Priority.ALWAYS);
    HBox row = new HBox(label, input);
    row.getStyleClass().add("form-row");
    return row;
  }

  /**
   * A box to choose a value in.
   *
   * @param words for each value
   */
  public static <T> ChoiceBox<T> choice(String id, Function<T, String> words) {
    ChoiceBox<T> input = new ChoiceBox<>();
    input.setId(id);
    input.setConverter(new Words<>(words));
    return input;
  }

  /** Shows values by their words; the user cannot type any. */
  private static final class Words<T> extends StringConverter<T> {
    private final Function<T, String> words;

    Words(Function<T, String> words) {
      this.words = words;
    }

    @Override
    public String toString(T value) {
      return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
      throw new UnsupportedOperationException("a choice cannot be typed");
    }
  }
}
