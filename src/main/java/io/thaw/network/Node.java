package io.thaw.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node of a network's graph: a variable (the picture or a parameter) or an operator.
 *
 * @param name unique within its network
 * @param operator the operator's MXNet name; {@value #VARIABLE} for a variable
 * @param attributes the operator's settings as text, in the order of the file
 * @param inputs what the operator reads, in the operator's order; empty for a variable
 */
public record Node(
    String name, String operator, Map<String, String> attributes, List<NodeEntry> inputs) {

  /** How MXNet writes the operator of a node that has none. */
  public static final String VARIABLE = "null";

  public Node {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    inputs = List.copyOf(inputs);
  }

  /** A variable without attributes. */
  public static Node variable(String name) {
    return new Node(name, VARIABLE, Map.of(), List.of());
  }

  /** Whether this is the picture or a parameter and not an operator. */
  public boolean isVariable() {
    return operator.equals(VARIABLE);
  }

  /** This node with other inputs. */
  public Node withInputs(List<NodeEntry> newInputs) {
    return new Node(name, operator, attributes, newInputs);
  }

  /** This node with one attribute set. */
  public Node withAttribute(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(attributes);
    changed.put(key, value);
    return new Node(name, operator, changed, inputs);
  }
}
