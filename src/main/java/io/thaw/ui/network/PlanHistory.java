package io.thaw.ui.network;

import io.thaw.network.FreezePlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Remembers how the plan was before each change, to take changes back and make them again. */
public final class PlanHistory {
  private static final int KEPT = 200;

  /** Which layers are frozen, and how fast the others learn. */
  private record Moment(FreezePlan plan, Map<String, Double> rates) {}

  private final ObjectProperty<FreezePlan> plan;
  private final ObjectProperty<Map<String, Double>> rates;
  private final Deque<Moment> before = new ArrayDeque<>();
  private final Deque<Moment> after = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
  private boolean moving;
  private Moment held;

  /** A history that follows both. */
  PlanHistory(ObjectProperty<FreezePlan> plan, ObjectProperty<Map<String, Double>> rates) {
    this.plan = plan;
    this.rates = rates;
    plan.addListener((property, was, now) -> changed(new Moment(was, rates.get())));
    rates.addListener((property, was, now) -> changed(new Moment(plan.get(), was)));
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
      held = now();
    }
  }

  /** Ends what {@link #hold} began. */
  void release() {
    Moment first = held;
    held = null;
    if (first != null && !first.equals(now())) {
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

  private Moment now() {
    return new Moment(plan.get(), rates.get());
  }

  private void changed(Moment was) {
    if (!moving && held == null) {
      before.push(was);
      if (before.size() > KEPT) {
        before.removeLast();
      }
      after.clear();
      tell();
    }
  }

  private void move(Deque<Moment> from, Deque<Moment> to) {
    if (!from.isEmpty()) {
      to.push(now());
      moving = true;
      try {
        Moment moment = from.pop();
        rates.set(moment.rates());
        plan.set(moment.plan());
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
