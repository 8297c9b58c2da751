package io.thaw.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds where a network can be cut at a single tensor. */
public final class CutPoints {
  private CutPoints() {}

  /**
   * The operators whose single output every path from the picture to the head passes through.
   *
   * @return node indices, in order; with one head, that head is the last
   */
  public static List<Integer> of(Network network) {
    boolean[] path = onPath(network);
    int[] lastUse = lastUses(network, path);
    Set<Integer> several = withLaterOutputs(network);
    List<Integer> cuts = new ArrayList<>();
    int open = lastUse[network.input()];
    for (int i = 0; i < path.length; i++) {
      if (!path[i] || network.node(i).isVariable()) {
        continue;
      }
      // In topological order, no path can pass by a node when nothing before it is read after it.
      if (open <= i && !several.contains(i)) {
        cuts.add(i);
      }
      open = Math.max(open, lastUse[i]);
    }
    return List.copyOf(cuts);
  }

  /** Nodes that depend on the picture and that a head depends on. */
  static boolean[] onPath(Network network) {
    int count = network.nodes().size();
    boolean[] fromInput = new boolean[count];
    fromInput[network.input()] = true;
    for (int i = 0; i < count; i++) {
      for (NodeEntry input : network.node(i).inputs()) {
        fromInput[i] |= fromInput[input.node()];
      }
    }
    boolean[] path = new boolean[count];
    network.heads().forEach(head -> path[head.node()] = true);
    for (int i = count - 1; i >= 0; i--) {
      for (NodeEntry input : path[i] ? network.node(i).inputs() : List.<NodeEntry>of()) {
        path[input.node()] = true;
      }
      path[i] &= fromInput[i];
    }
    return path;
  }

  private static int[] lastUses(Network network, boolean[] path) {
    int[] last = new int[path.length];
    for (int i = 0; i < path.length; i++) {
      for (NodeEntry input : path[i] ? network.node(i).inputs() : List.<NodeEntry>of()) {
        last[input.node()] = i;
      }
    }
    network.heads().forEach(head -> last[head.node()] = path.length);
    return last;
  }

  /** Operators of which more than the first output is read. */
  private static Set<Integer> withLaterOutputs(Network network) {
    return network.nodes().stream()
        .flatMap(node -> node.inputs().stream())
        .filter(input -> input.output() != 0)
        .map(NodeEntry::node)
        .collect(Collectors.toSet());
  }
}
