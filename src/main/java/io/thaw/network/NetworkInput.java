package io.thaw.network;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Tells the picture's variable from parameters and labels. */
final class NetworkInput {
  private NetworkInput() {}

  static int find(Network network) {
    OptionalInt data = network.indexOf(Network.DATA);
    if (data.isPresent() && network.node(data.getAsInt()).isVariable()) {
      return data.getAsInt();
    }
    BitSet computed = new BitSet();
    BitSet parameters = new BitSet();
    for (Node node : network.nodes()) {
      for (int position = 0; position < node.inputs().size(); position++) {
        boolean isData = isData(node, position);
        (isData ? computed : parameters).set(node.inputs().get(position).node());
      }
    }
    computed.andNot(parameters);
    return IntStream.range(0, network.nodes().size())
        .filter(i -> network.node(i).isVariable() && computed.get(i))
        .findFirst()
        .orElseThrow(
            () -> new BadNetworkException("The network has no variable that takes the picture."));
  }

  private static boolean isData(Node node, int position) {
    if (!Operators.isKnown(node.operator())) {
      return position == 0;
    }
    return Operators.parameterRole(node, position).isEmpty() && !Operators.isLabel(node, position);
  }
}
