package io.thaw.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The new classifier: global average pooling where the features still have positions, a fully
 * connected layer, and for the result a softmax.
 *
 * @param prefix what its names begin with: {@code head}, or {@code head2}, ... where that is taken
 * @param pools whether it begins with pooling
 * @param classes number of classes
 */
record Head(String prefix, boolean pools, int classes) {

  /** A head for features of a shape (without batch axis) whose names are not among those kept. */
  static Head of(TensorShape features, int classes, Network kept) {
    boolean pools = features.rank() == 3 && features.size(1) * features.size(2) > 1;
    Head head = new Head("head", pools, classes);
    for (int i = 2; head.names().anyMatch(name -> kept.indexOf(name).isPresent()); i++) {
      head = new Head("head" + i, pools, classes);
    }
    return head;
  }

  /** The new parameters. */
  Set<String> parameters() {
    return new LinkedHashSet<>(List.of(weight(), bias()));
  }

  /** {@code body} with the head up to the logits {@code [N, classes]}. */
  Network logits(Network body) {
    return append(body, false);
  }

  /** {@code body} with the head up to the probabilities {@code [N, classes]}. */
  Network probabilities(Network body) {
    return append(body, true);
  }

  private Network append(Network body, boolean softmax) {
    List<Node> nodes = new ArrayList<>(body.nodes());
    NodeEntry top = body.heads().get(0);
    if (pools) {
      Map<String, String> average =
          new TreeMap<>(Map.of("global_pool", "True", "kernel", "(1, 1)", "pool_type", "avg"));
      top = add(nodes, new Node(prefix + "_pool", "Pooling", average, List.of(top)));
    }
    NodeEntry weight = add(nodes, Node.variable(weight()));
    NodeEntry bias = add(nodes, Node.variable(bias()));
    Map<String, String> settings = Map.of("num_hidden", Integer.toString(classes));
    top = add(nodes, new Node(forward(), "FullyConnected", settings, List.of(top, weight, bias)));
    if (softmax) {
      top = add(nodes, new Node(softmax(), "softmax", Map.of("axis", "-1"), List.of(top)));
    }
    return new Network(nodes, List.of(top));
  }

  private static NodeEntry add(List<Node> nodes, Node node) {
    nodes.add(node);
    return NodeEntry.of(nodes.size() - 1);
  }

  private Stream<String> names() {
    Stream<String> always = Stream.of(weight(), bias(), forward(), softmax());
    return pools ? Stream.concat(always, Stream.of(prefix + "_pool")) : always;
  }

  private String weight() {
    return prefix + "_weight";
  }

  private String bias() {
    return prefix + "_bias";
  }

  private String forward() {
    return prefix + "_fwd";
  }

  private String softmax() {
    return prefix + "_softmax";
  }
}
