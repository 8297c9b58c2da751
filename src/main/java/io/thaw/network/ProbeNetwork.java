package io.thaw.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The part of a network that its classifier reads, with what every cut point knows of a picture as
 * one output: of each tensor at a cut point the averages over all positions, flat ones as they are,
 * behind one another.
 *
 * <p>A cut point that only repeats what the one before it says is left out, and so are those before
 * which there is nothing to freeze. Of a point and its repeats the last one stands for all that
 * ends in a layer with parameters or in the features; a batch normalisation for its convolution,
 * for example, which {@code until:} then freezes too.
 *
 * @param network picture (variable {@code data}) to {@code [N, size]}
 * @param points in the order of the network
 */
public record ProbeNetwork(Network network, List<Point> points) {

  /**
   * A cut point.
   *
   * @param layer of the source network, whose output it is
   * @param from its first column in the output
   * @param channels how many columns it has
   * @param last whether no layer with parameters lies between it and the classifier, so that
   *     freezing everything up to it freezes all
   */
  public record Point(Layer layer, int from, int channels, boolean last) {}

  public ProbeNetwork {
    points = List.copyOf(points);
  }

  /** How many numbers it yields of a picture. */
  public int size() {
    return points.stream().mapToInt(Point::channels).sum();
  }

  /**
   * Builds the network.
   *
   * @param source picture to classes
   * @param input shape of one picture, {@code [C, H, W]}
   * @throws BadNetworkException if the network has no classifier that could be replaced, no
   *     parameters before it, or an operator that hides the shapes behind it
   */
  public static ProbeNetwork of(Network source, TensorShape input) {
    return new Builder(source, input).build();
  }

  private static final class Builder {
    private final Network source;
    private final Layers layers;
    private final InferredShapes shapes;
    private final int features;

    Builder(Network source, TensorShape input) {
      this.source = source;
      this.layers = Layers.of(source);
      this.shapes = ShapeInference.infer(source, input);
      this.features = FeatureLayer.find(source);
    }

    ProbeNetwork build() {
      List<Point> points = new ArrayList<>();
      int from = 0;
      for (Layer layer : distinct()) {
        int channels = shape(layer.node()).size(1);
        points.add(new Point(layer, from, channels, isLast(layer)));
        from += channels;
      }
      if (points.isEmpty()) {
        throw new BadNetworkException(
            "The network has no layers with parameters before its classifier whose outputs could"
                + " be looked at.");
      }
      return new ProbeNetwork(pooled(points), points);
    }

    /** Cut points that say something new, each by the layer that stands for it. */
    private List<Layer> distinct() {
      List<Layer> distinct = new ArrayList<>();
      int before = -1;
      for (int cut : CutPoints.of(source)) {
        if (cut > features || !hasParameters(0, cut) || !isPoolable(shape(cut))) {
          continue;
        }
        Layer layer = layers.require(source.node(cut).name());
        if (before < 0 || !repeats(cut, before)) {
          distinct.add(layer);
        } else if (layer.hasParameters() || cut == features) {
          distinct.set(distinct.size() - 1, layer);
        }
        before = cut;
      }
      return distinct;
    }

    private boolean repeats(int cut, int before) {
      Node node = source.node(cut);
      return node.inputs().get(0).node() == before
          && PooledRepeats.isRepeat(node, shape(before), shape(cut));
    }

    /** Whether an operator from {@code first} to {@code last} has parameters. */
    private boolean hasParameters(int first, int last) {
      return layers.list().stream()
          .anyMatch(it -> it.node() >= first && it.node() <= last && it.hasParameters());
    }

    private boolean isLast(Layer layer) {
      return !hasParameters(layer.node() + 1, features);
    }

    private static boolean isPoolable(TensorShape shape) {
      return shape.rank() == 4 || shape.rank() == 2;
    }

    private TensorShape shape(int node) {
      return shapes
          .output(node)
          .orElseThrow(
              () ->
                  Attributes.bad(
                      "The shape of '%s' is not known, because an operator before it is not known.",
                      source.node(node).name()));
    }

    private Network pooled(List<Point> points) {
      Network body = new Subgraph(source, source.input()).until(features);
      List<Node> nodes = new ArrayList<>(body.nodes());
      String prefix = freePrefix(body);
      List<NodeEntry> heads = new ArrayList<>();
      for (Point point : points) {
        NodeEntry cut = NodeEntry.of(body.indexOf(point.layer().name()).orElseThrow());
        boolean flat = shape(point.layer().node()).rank() == 2;
        heads.add(flat ? cut : average(nodes, prefix + heads.size(), cut));
      }
      Map<String, String> settings = Map.of("dim", "1", "num_args", Integer.toString(heads.size()));
      NodeEntry all = add(nodes, new Node(prefix + "all", "Concat", settings, heads));
      return new Network(nodes, List.of(all));
    }

    private static NodeEntry average(List<Node> nodes, String name, NodeEntry cut) {
      Map<String, String> average =
          Map.of("global_pool", "True", "kernel", "(1, 1)", "pool_type", "avg");
      NodeEntry pool = add(nodes, new Node(name + "_pool", "Pooling", average, List.of(cut)));
      return add(nodes, new Node(name + "_flat", "Flatten", Map.of(), List.of(pool)));
    }

    private static NodeEntry add(List<Node> nodes, Node node) {
      nodes.add(node);
      return NodeEntry.of(nodes.size() - 1);
    }

    private static String freePrefix(Network body) {
      String prefix = "probe";
      while (isTaken(body, prefix)) {
        prefix += "_";
      }
      return prefix;
    }

    private static boolean isTaken(Network body, String prefix) {
      return body.nodes().stream().anyMatch(node -> node.name().startsWith(prefix));
    }
  }
}
