package io.thaw.ui.network;

import io.thaw.network.FreezePlan;
import io.thaw.ui.common.History;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** Remembers how the plan was before each change, to take changes back and make them again. */
public final class PlanHistory {
  /** Which layers are frozen, and how fast the others learn. */
  private record Moment(FreezePlan plan, Map<String, Double> rates) {}

  private final ObjectProperty<FreezePlan> plan;
  private final ObjectProperty<Map<String, Double>> rates;
  private final History<Moment> history = new History<>(this::now, this::restore);
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
    return history.undoableProperty();
  }

  /** Whether there is a change to make again. */
  public ReadOnlyBooleanProperty redoableProperty() {
    return history.redoableProperty();
  }

  /** Takes the last change back, if there is one. */
  public void undo() {
    history.undo();
  }

  /** Makes the change again that was taken back last, if there is one. */
  public void redo() {
    history.redo();
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
    held = null;
    history.clear();
  }

  private Moment now() {
    return new Moment(plan.get(), rates.get());
  }

  private void restore(Moment moment) {
    rates.set(moment.rates());
    plan.set(moment.plan());
  }

  private void changed(Moment was) {
    if (held == null) {
      history.changed(was);
    }
  }
}
