package io.thaw.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Completes symbol files from before MXNet 0.9, which did not list the running statistics of batch
 * normalisation among its inputs. MXNet itself adds them on loading, under the same names: {@code
 * https://github.com/apache/mxnet/blob/v1.9.x/src/nnvm/legacy_json_util.cc}.
 */
final class LegacySymbols {
  private static final Set<String> OPERATORS = Set.of("BatchNorm", "BatchNorm_v1");
  private static final int INPUTS_WITHOUT_STATISTICS = 3;

  private LegacySymbols() {}

  static Network upgrade(List<Node> nodes, List<NodeEntry> heads) {
    if (nodes.stream().noneMatch(LegacySymbols::lacksStatistics)) {
      return new Network(nodes, heads);
    }
    NetworkCheck.check(nodes, heads);
    List<Node> upgraded = new ArrayList<>();
    int[] moved = new int[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      List<NodeEntry> inputs = new ArrayList<>(renumber(node.inputs(), moved));
      if (lacksStatistics(node)) {
        for (String suffix : List.of("_moving_mean", "_moving_var")) {
          inputs.add(NodeEntry.of(upgraded.size()));
          upgraded.add(Node.variable(node.name() + suffix));
        }
      }
      moved[i] = upgraded.size();
      upgraded.add(node.withInputs(inputs));
    }
    return new Network(upgraded, renumber(heads, moved));
  }

  private static boolean lacksStatistics(Node node) {
    return OPERATORS.contains(node.operator()) && node.inputs().size() == INPUTS_WITHOUT_STATISTICS;
  }

  private static List<NodeEntry> renumber(List<NodeEntry> entries, int[] moved) {
    return entries.stream()
        .map(e -> new NodeEntry(moved[e.node()], e.output(), e.version()))
        .toList();
  }
}
