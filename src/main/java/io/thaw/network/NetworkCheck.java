package io.thaw.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that nodes and heads form a graph. */
final class NetworkCheck {
  private NetworkCheck() {}

  static void check(List<Node> nodes, List<NodeEntry> heads) {
    if (nodes.isEmpty()) {
      throw new BadNetworkException("The network has no nodes.");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (!names.add(node.name())) {
        throw new BadNetworkException("Two nodes of the network are called '" + node.name() + "'.");
      }
      if (node.isVariable() && !node.inputs().isEmpty()) {
        throw new BadNetworkException("The variable '" + node.name() + "' has inputs.");
      }
      checkInputs(nodes, i);
    }
    checkHeads(nodes, heads);
  }

  private static void checkInputs(List<Node> nodes, int index) {
    Node node = nodes.get(index);
    for (NodeEntry input : node.inputs()) {
      checkRange(nodes, input, "The node '" + node.name() + "'");
      if (input.node() >= index) {
        throw new BadNetworkException(
            "The node '"
                + node.name()
                + "' reads '"
                + nodes.get(input.node()).name()
                + "', which does not come before it.");
      }
    }
  }

  private static void checkHeads(List<Node> nodes, List<NodeEntry> heads) {
    if (heads.isEmpty()) {
      throw new BadNetworkException("The network has no output.");
    }
    heads.forEach(head -> checkRange(nodes, head, "The network's output"));
  }

  private static void checkRange(List<Node> nodes, NodeEntry entry, String who) {
    if (entry.node() < 0 || entry.node() >= nodes.size() || entry.output() < 0) {
      throw new BadNetworkException(
          who + " reads node " + entry.node() + ", but there are " + nodes.size() + " nodes.");
    }
  }
}
