package io.thaw.network;

import java.util.List;

/** How many multiplications with an addition an operator needs. */
@FunctionalInterface
interface MultiplyAddRule {
  MultiplyAddRule NONE = (inputs, output) -> 0;
  MultiplyAddRule ONE_PER_OUTPUT = (inputs, output) -> output.elements();

  /**
   * @param inputs shapes of all inputs, parameters included
   */
  long apply(List<TensorShape> inputs, TensorShape output);

  /** Each output value is a sum over one filter: the weights of one output channel. */
  MultiplyAddRule ONE_FILTER_PER_OUTPUT =
      (inputs, output) -> output.elements() * (inputs.get(1).elements() / inputs.get(1).size(0));

  /** Each input value is multiplied with the weights of its own channel. */
  MultiplyAddRule ONE_FILTER_PER_INPUT =
      (inputs, output) ->
          inputs.get(0).elements() * (inputs.get(1).elements() / inputs.get(1).size(0));
}
