package io.thaw.ui.network;

import io.thaw.network.FreezePlan;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Remembers how the plan was before each change, to take changes back and make them again. */
public final class PlanHistory {
  private static final int KEPT = 200;

  private final ObjectProperty<FreezePlan> plan;
  private final Deque<FreezePlan> before = new ArrayDeque<>();
  private final Deque<FreezePlan> after = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
  private boolean moving;
  private FreezePlan held;

  /** A history that follows {@code plan}. */
  PlanHistory(ObjectProperty<FreezePlan> plan) {
    this.plan = plan;
    plan.addListener((property, was, now) -> changed(was));
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

  /** Takes all changes from now on as one. */
  void hold() {
    if (held == null) {
      held = plan.get();
    }
  }

  /** Ends what {@link #hold} began. */
  void release() {
    FreezePlan first = held;
    held = null;
    if (first != null && !first.equals(plan.get())) {
      changed(first);
    }
  }

  /** Forgets everything: another network came. */
  void clear() {
    before.clear();
    after.clear();
    held = null;
    tell();
  }

  private void changed(FreezePlan was) {
    if (!moving && held == null) {
      before.push(was);
      if (before.size() > KEPT) {
        before.removeLast();
      }
      after.clear();
      tell();
    }
  }

  private void move(Deque<FreezePlan> from, Deque<FreezePlan> to) {
    if (!from.isEmpty()) {
      to.push(plan.get());
      moving = true;
      try {
        plan.set(from.pop());
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
