package io.thaw.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Remembers how something was before each change, to take changes back and make them again.
 *
 * @param <T> a moment of it, immutable
 */
public final class History<T> {
  private static final int KEPT = 200;

  private final Supplier<T> now;
  private final Consumer<T> restore;
  private final Deque<T> before = new ArrayDeque<>();
  private final Deque<T> after = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
  private boolean moving;

  /**
   * An empty history.
   *
   * @param now how it is
   * @param restore makes it as it was; changes told meanwhile do not count
   */
  public History(Supplier<T> now, Consumer<T> restore) {
    this.now = now;
    this.restore = restore;
  }

  /** Whether there is a change to take back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether there is a change to make again. */
  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /** Takes the last change back, if there is one. */
  public void undo() {
    move(before, after);
  }

  /** Makes the change again that was taken back last, if there is one. */
  public void redo() {
    move(after, before);
  }

  /** Tells that it changed, and how it was before. */
  public void changed(T was) {
    if (!moving) {
      before.push(was);
      if (before.size() > KEPT) {
        before.removeLast();
      }
      after.clear();
      tell();
    }
  }

  /** Forgets everything. */
  public void clear() {
    before.clear();
    after.clear();
    tell();
  }

  private void move(Deque<T> from, Deque<T> to) {
    if (!from.isEmpty()) {
      to.push(now.get());
      moving = true;
      try {
        restore.accept(from.pop());
      } finally {
        moving = false;
      }
      tell();
    }
  }

  private void tell() {
    undoable.set(!before.isEmpty());
    redoable.set(!after.isEmpty());
  }
}
