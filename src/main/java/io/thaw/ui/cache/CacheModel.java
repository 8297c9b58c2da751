package io.thaw.ui.cache;

import io.thaw.ui.common.FormField;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The feature cache as the window shows it. All properties belong to the FX thread. */
public final class CacheModel {
  private final ObjectProperty<CacheContent> content = new SimpleObjectProperty<>(this, "content");
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
  private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy", false);
  private final BooleanProperty asking = new SimpleBooleanProperty(this, "asking", false);
  private final ObjectProperty<CacheMessage> message =
      new SimpleObjectProperty<>(this, "message", CacheMessage.NONE);
  private final FormField<String> budget = new FormField<>("budget", "", CacheText::argument);
  private final StringBinding setBlocked =
      Bindings.createStringBinding(this::whyNotSet, content, busy, budget.text(), budget.problem());
  private final StringBinding clearBlocked =
      Bindings.createStringBinding(this::whyNotClear, content, busy);

  /** What is kept; null until it is known. */
  public ObjectProperty<CacheContent> content() {
    return content;
  }

  /** Whether the section is unfolded. */
  public BooleanProperty open() {
    return open;
  }

  /** Whether a command is at work. */
  public BooleanProperty busy() {
    return busy;
  }

  /** Whether the user is being asked if the cache is to be emptied. */
  public BooleanProperty asking() {
    return asking;
  }

  /** How the newest command ended. */
  public ObjectProperty<CacheMessage> message() {
    return message;
  }

  /** The budget as the user types it; its value is what the command line takes. */
  public FormField<String> budget() {
    return budget;
  }

  /** Why the budget cannot be set now, in one sentence; empty when it can. */
  public StringBinding setBlocked() {
    return setBlocked;
  }

  /** Why the cache cannot be emptied now, in one sentence; empty when it can. */
  public StringBinding clearBlocked() {
    return clearBlocked;
  }

  /** What {@code words} says of the content; empty until it is known. */
  StringBinding words(Function<CacheContent, String> words) {
    return Bindings.createStringBinding(
        () -> content.get() == null ? "" : words.apply(content.get()), content);
  }

  /** Shows what is kept now; what the user is typing stays. */
  void show(CacheContent now) {
    if (!edited()) {
      budget.text().set(CacheText.budget(now));
    }
    content.set(now);
  }

  private boolean edited() {
    String shown = content.get() == null ? "" : CacheText.budget(content.get());
    return !budget.text().get().strip().equals(shown);
  }

  private String whyNotSet() {
    if (busy.get()) {
      return "The cache is being looked at.";
    }
    if (!budget.problem().get().isEmpty()) {
      return budget.problem().get();
    }
    return edited() ? "" : "This is the budget already.";
  }

  private String whyNotClear() {
    if (busy.get()) {
      return "The cache is being looked at.";
    }
    return content.get() == null || content.get().bytes() == 0 ? "There is nothing in it." : "";
  }
}
