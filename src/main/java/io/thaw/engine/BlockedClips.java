package io.thaw.engine;

import io.thaw.network.InferredShapes;
import io.thaw.network.Network;
import io.thaw.network.Node;
import io.thaw.network.NodeEntry;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code clip(x, 0, top)}, the activation of MobileNets, with operators that oneDNN has:
 * {@code top - relu(top - relu(x))}, where {@code top - x} is a depthwise convolution by -1 with
 * the bias {@code top}. MXNet's own clip knows only the plain memory layout, so that each one costs
 * two rearrangements of its tensor forwards and two backwards, half of the time that MobileNet v2
 * takes to learn. Values differ from the clip's by the rounding of two subtractions.
 */
final class BlockedClips {
  private final Network source;
  private final InferredShapes shapes;
  private final List<Node> nodes = new ArrayList<>();
  private final int[] moved;
  private final Map<String, Tensor> constants = new LinkedHashMap<>();
  private final Map<String, NodeEntry> variables = new LinkedHashMap<>();

  /**
   * A network without such clips.
   *
   * @param network computes the same as the source
   * @param constants parameters of the network that the source does not have; they never learn
   */
  record Rewritten(Network network, Map<String, Tensor> constants) {}

  private BlockedClips(Network source, TensorShape input) {
    this.source = source;
    this.shapes = ShapeInference.infer(source, input);
    this.moved = new int[source.nodes().size()];
  }

  /**
   * Rewrites a network.
   *
   * @param input shape of one sample of its input, without the batch axis
   */
  static Rewritten rewrite(Network network, TensorShape input) {
    return new BlockedClips(network, input).rewritten();
  }

  private Rewritten rewritten() {
    for (int i = 0; i < moved.length; i++) {
      Node node = source.node(i);
      moved[i] = isBlockable(node, i) ? clip(node, i) : add(node.withInputs(inputs(node)));
    }
    List<NodeEntry> heads = source.heads().stream().map(this::moved).toList();
    return new Rewritten(new Network(nodes, heads), constants);
  }

  private boolean isBlockable(Node node, int index) {
    if (!node.operator().equals("clip")) {
      return false;
    }
    boolean aboveZero = limit(node, "a_min") == 0 && limit(node, "a_max") > 0;
    return aboveZero && shapes.output(index).filter(it -> it.sizes().size() == 4).isPresent();
  }

  /** MXNet demands both limits. */
  private static float limit(Node clip, String name) {
    return Float.parseFloat(clip.attributes().get(name));
  }

  private int clip(Node node, int index) {
    int channels = shapes.output(index).orElseThrow().sizes().get(1);
    float top = limit(node, "a_max");
    int rectified = relu(node.name() + "_rectified", moved(node.inputs().get(0)));
    int reflected = reflect(node.name() + "_reflected", rectified, channels, top);
    int clipped = relu(node.name() + "_clipped", NodeEntry.of(reflected));
    return reflect(node.name(), clipped, channels, top);
  }

  private int relu(String name, NodeEntry input) {
    return add(new Node(name, "Activation", Map.of("act_type", "relu"), List.of(input)));
  }

  private int reflect(String name, int input, int channels, float top) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("kernel", "(1, 1)");
    attributes.put("num_filter", Integer.toString(channels));
    attributes.put("num_group", Integer.toString(channels));
    attributes.put("no_bias", "False");
    NodeEntry weight = constant("minus_" + channels, TensorShape.of(channels, 1, 1, 1), -1);
    NodeEntry bias = constant("top_" + top + "_" + channels, TensorShape.of(channels), top);
    List<NodeEntry> inputs = List.of(NodeEntry.of(input), weight, bias);
    return add(new Node(name, "Convolution", attributes, inputs));
  }

  /** One variable for all clips that need it. */
  private NodeEntry constant(String name, TensorShape shape, float value) {
    return variables.computeIfAbsent(
        name,
        key -> {
          float[] values = new float[Math.toIntExact(shape.elements())];
          Arrays.fill(values, value);
          String unique = "blocked_clip_" + key;
          constants.put(unique, new Tensor(shape, values));
          return NodeEntry.of(add(Node.variable(unique)));
        });
  }

  private int add(Node node) {
    nodes.add(node);
    return nodes.size() - 1;
  }

  private List<NodeEntry> inputs(Node node) {
    return node.inputs().stream().map(this::moved).toList();
  }

  private NodeEntry moved(NodeEntry entry) {
    return new NodeEntry(moved[entry.node()], entry.output(), entry.version());
  }
}
