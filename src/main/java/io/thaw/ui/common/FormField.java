package io.thaw.ui.common;

import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Text that stands for a value.
 *
 * @param <T> the value's type
 */
public final class FormField<T> {
  private final StringProperty text;
  private final Function<String, T> parse;
  private final StringBinding problem;

  /**
   * A field.
   *
   * @param parse throws an {@link IllegalArgumentException} whose message is a sentence for the
   *     user
   * @param others what {@code parse} looks at besides the text
   */
  public FormField(String name, String initial, Function<String, T> parse, Observable... others) {
    this.text = new SimpleStringProperty(this, name, initial);
    this.parse = parse;
    this.problem = Bindings.createStringBinding(this::check, text);
    InvalidationListener again = changed -> problem.invalidate();
    for (Observable other : others) {
      other.addListener(again);
    }
  }

  /** What the user typed. */
  public StringProperty text() {
    return text;
  }

  /** What is wrong with it, in one sentence; empty when nothing is. */
  public StringBinding problem() {
    return problem;
  }

  /**
   * The value.
   *
   * @throws IllegalArgumentException when the text stands for none
   */
  public T value() {
    return parse.apply(text.get() == null ? "" : text.get().strip());
  }

  private String check() {
    try {
      value();
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
