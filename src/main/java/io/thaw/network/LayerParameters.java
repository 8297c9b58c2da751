package io.thaw.network;

import java.util.ArrayList;
import java.util.List;

/** Finds which variables are an operator's parameters. */
final class LayerParameters {
  private LayerParameters() {}

  /** A variable is a parameter unless it is the picture or a label. */
  static List<LayerParameter> of(Network network, int input, Node operator) {
    List<LayerParameter> parameters = new ArrayList<>();
    for (int position = 0; position < operator.inputs().size(); position++) {
      int index = operator.inputs().get(position).node();
      Node variable = network.node(index);
      if (!variable.isVariable() || index == input || Operators.isLabel(operator, position)) {
        continue;
      }
      ParameterRole role = Operators.parameterRole(operator, position).orElse(ParameterRole.OTHER);
      parameters.add(new LayerParameter(variable.name(), role));
    }
    return parameters;
  }
}
