package io.thaw.network;

import java.util.List;
import java.util.Optional;

/** The shape of an operator's first output and of its parameters. */
@FunctionalInterface
interface ShapeRule {

  /**
   * @param output empty when it cannot be known
   * @param parameters one shape per input after the computed tensors, as far as known
   */
  record Answer(Optional<TensorShape> output, List<TensorShape> parameters) {
    static final Answer UNKNOWN = new Answer(Optional.empty(), List.of());

    static Answer of(TensorShape output, TensorShape... parameters) {
      return new Answer(Optional.of(output), List.of(parameters));
    }
  }

  /**
   * @param inputs shapes of the operator's computed tensors, all known
   * @throws BadNetworkException if the shapes do not fit the operator
   */
  Answer apply(Attributes attributes, List<TensorShape> inputs);
}
