package io.thaw.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Updates arrays by their gradients with MXNet's fused operators. The state lies open here, unlike
 * in DJL's optimisers, so that it can be saved with a checkpoint.
 */
final class Optimizer {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final float EPSILON = 1e-8f;
  private static final float NO_CLIPPING = -1f;

  /**
   * An array that learns.
   *
   * @param rate what the learning rate is multiplied by
   */
  private record Slot(
      NDArray weight, NDArray gradient, List<NDArray> state, float decay, double rate) {}

  private final OptimizerSettings settings;
  private final List<Slot> slots = new ArrayList<>();
  private final NDManager manager;
  private long steps;

  Optimizer(NDManager manager, OptimizerSettings settings) {
    this.manager = manager;
    this.settings = settings;
  }

  /**
   * Takes an array in.
   *
   * @param decayed whether weight decay applies to it
   */
  void add(NDArray weight, boolean decayed) {
    List<NDArray> state = new ArrayList<>();
    for (int i = 0; i < (settings.adam() ? 2 : 1); i++) {
      state.add(manager.zeros(weight.getShape()));
    }
    // The engine writes every gradient to the same place. Asking for it anew at each step would
    // mean to free it anew, before which DJL waits for the step to end.
    slots.add(
        new Slot(
            weight,
            weight.getGradient(),
            state,
            decayed ? (float) settings.weightDecay() : 0f,
            settings.rate(weight.getName())));
  }

  /** How often {@link #step} was asked for. */
  long steps() {
    return steps;
  }

  /** A copy of the state of each array, by the array's name. */
  Map<String, List<Tensor>> state() {
    Map<String, List<Tensor>> state = new LinkedHashMap<>();
    for (Slot slot : slots) {
      state.put(slot.weight.getName(), slot.state.stream().map(SymbolGraph::tensor).toList());
    }
    return state;
  }

  /**
   * Takes back what {@link #state} gave.
   *
   * @throws IllegalArgumentException when it is of other arrays or of another update rule
   */
  void restore(Map<String, List<Tensor>> state, long stepsTaken) {
    for (Slot slot : slots) {
      List<Tensor> kept = state.getOrDefault(slot.weight.getName(), List.of());
      if (kept.size() != slot.state.size()) {
        throw new IllegalArgumentException(
            "The optimiser's state of " + slot.weight.getName() + " is of another update rule.");
      }
      for (int i = 0; i < kept.size(); i++) {
        SymbolGraph.set(slot.state.get(i), kept.get(i));
      }
    }
    steps = stepsTaken;
  }

  /** Moves every array along its gradient. */
  void step(double learningRate) {
    steps++;
    for (Slot slot : slots) {
      NDList weights = new NDList(slot.weight);
      NDList inputs = new NDList(slot.weight, slot.gradient);
      inputs.addAll(slot.state);
      if (settings.adam()) {
        adam(slot, inputs, weights, learningRate * slot.rate);
      } else {
        sgd(slot, inputs, weights, learningRate * slot.rate);
      }
    }
  }

  private void sgd(Slot slot, NDList inputs, NDList weights, double rate) {
    float momentum = (float) settings.momentum();
    if (momentum == 0) {
      inputs.remove(slot.state.get(0));
    }
    slot.weight
        .getNDArrayInternal()
        .sgdUpdate(inputs, weights, (float) rate, slot.decay, 1f, NO_CLIPPING, momentum, false);
  }

  private void adam(Slot slot, NDList inputs, NDList weights, double rate) {
    double corrected = rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
    slot.weight
        .getNDArrayInternal()
        .adamUpdate(
            inputs,
            weights,
            (float) corrected,
            (float) corrected,
            slot.decay,
            1f,
            NO_CLIPPING,
            (float) BETA1,
            (float) BETA2,
            EPSILON,
            false,
            false);
  }
}
