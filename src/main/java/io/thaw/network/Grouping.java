package io.thaw.network;

import java.util.ArrayList;
import java.util.List;

final class Grouping {
  private Grouping() {}

  static List<List<String>> paths(Network network) {
    List<List<String>> r = new ArrayList<>();
    for (Node n : network.nodes()) if (!n.isVariable()) r.add(List.of());
    return r;
  }
}
