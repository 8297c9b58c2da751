package io.thaw.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of one MXNet operator.
 *
 * @param kind its name for people, which may depend on its settings
 * @param dataInputs how many of its first inputs are computed tensors
 * @param roles what the inputs after those are
 * @param shape the shape of its output and of its parameters
 * @param multiplyAdds what it costs
 */
record Operator(
    Function<Attributes, String> kind,
    int dataInputs,
    List<ParameterRole> roles,
    ShapeRule shape,
    MultiplyAddRule multiplyAdds) {

  /** For operators that read any number of tensors and have no parameters. */
  static final int ANY = Integer.MAX_VALUE;

  Optional<ParameterRole> role(int position) {
    if (position < dataInputs) {
      return Optional.empty();
    }
    int index = position - dataInputs;
    return Optional.of(index < roles.size() ? roles.get(index) : ParameterRole.OTHER);
  }
}
