package io.thaw.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cuts a part out of a network. */
final class Subgraph {
  private final Network source;
  private final int start;

  /**
   * @param start the node at whose output the part begins: the picture's variable or an operator
   */
  Subgraph(Network source, int start) {
    this.source = source;
    this.start = start;
  }

  /**
   * What is needed to compute a node from the start, in the source's order. The start becomes the
   * variable {@code data}, the end the only head.
   */
  Network until(int end) {
    BitSet needed = needed(end);
    int[] moved = new int[source.nodes().size()];
    List<Node> nodes = new ArrayList<>();
    for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
      moved[i] = nodes.size();
      nodes.add(i == start ? Node.variable(Network.DATA) : renumbered(source.node(i), moved));
    }
    return new Network(nodes, List.of(NodeEntry.of(moved[end])));
  }

  private BitSet needed(int end) {
    BitSet needed = new BitSet();
    needed.set(end);
    needed.set(start);
    for (int i = end; i >= 0; i--) {
      if (needed.get(i) && i != start) {
        source.node(i).inputs().forEach(input -> needed.set(input.node()));
      }
    }
    return needed;
  }

  private static Node renumbered(Node node, int[] moved) {
    return node.withInputs(
        node.inputs().stream()
            .map(input -> new NodeEntry(moved[input.node()], input.output(), input.version()))
            .toList());
  }
}
