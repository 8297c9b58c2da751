package io.thaw.network;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A network's graph.
 *
 * @param nodes in topological order: every input lies before the node that reads it
 * @param heads what the network computes
 */
public record Network(List<Node> nodes, List<NodeEntry> heads) {

  /** The name that the picture has by convention. */
  public static final String DATA = "data";

  /**
   * @throws BadNetworkException if the nodes are not in topological order, an index is out of
   *     range, two nodes have the same name, or there is no node or head
   */
  public Network {
    nodes = List.copyOf(nodes);
    heads = List.copyOf(heads);
    NetworkCheck.check(nodes, heads);
  }

  public Node node(int index) {
    return nodes.get(index);
  }

  /** The index of the node of that name. */
  public OptionalInt indexOf(String name) {
    return IntStream.range(0, nodes.size())
        .filter(i -> nodes.get(i).name().equals(name))
        .findFirst();
  }

  /** Index of the picture's variable, see {@link #inputName}. */
  public int input() {
    return NetworkInput.find(this);
  }

  /**
   * The name of the variable that takes the picture: {@value #DATA} if there is one, else the first
   * variable that is no operator's parameter.
   *
   * @throws BadNetworkException if every variable is a parameter
   */
  public String inputName() {
    return node(input()).name();
  }
}
