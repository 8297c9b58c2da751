package io.thaw.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each layer of a network has to do, worked out once, so that the work of a freeze plan can be
 * told at every click. What is cut off and what learns follows the rules of {@link NetworkSplit}.
 */
public final class NetworkWork {
  private static final int BYTES_PER_VALUE = 4;

  private final Network network;
  private final List<Layer> layers;
  private final InferredShapes shapes;
  private final boolean[] path;
  private final int features;
  private final List<Integer> cuts;
  private final NodeWork[] work;
  private final boolean[] fused;
  private final Map<String, Long> sizes = new HashMap<>();
  private boolean complete = true;

  private NetworkWork(Network network, Layers layers, InferredShapes shapes, NetworkCost cost) {
    this.network = network;
    this.shapes = shapes;
    this.path = CutPoints.onPath(network);
    this.features = FeatureLayer.find(network);
    this.cuts = CutPoints.of(network);
    this.layers =
        layers.list().stream().filter(it -> it.node() <= features && path[it.node()]).toList();
    this.work = new NodeWork[network.nodes().size()];
    this.fused = NodeWork.fused(network.nodes(), readers());
    for (Layer layer : this.layers) {
      work[layer.node()] = work(layer, cost.of(layer));
    }
    for (int i = 0; i < network.nodes().size(); i++) {
      String name = network.node(i).name();
      shapes.output(i).ifPresent(shape -> sizes.put(name, shape.elements()));
    }
  }

  /**
   * Works it out.
   *
   * @param shapes of the network for one picture
   * @throws BadNetworkException if the network has no classifier that could be replaced
   */
  public static NetworkWork of(
      Network network, Layers layers, InferredShapes shapes, NetworkCost cost) {
    return new NetworkWork(network, layers, shapes, cost);
  }

  /**
   * Works it out.
   *
   * @param input shape of one picture, {@code [C, H, W]}
   * @throws BadNetworkException if the network has no classifier that could be replaced, or if its
   *     shapes contradict each other
   */
  public static NetworkWork of(Network network, TensorShape input) {
    Layers layers = Layers.of(network);
    InferredShapes shapes = ShapeInference.infer(network, input);
    return of(network, layers, shapes, NetworkCost.of(network, layers, shapes));
  }

  private Map<Integer, Integer> readers() {
    Map<Integer, Integer> readers = new HashMap<>();
    network.nodes().stream()
        .flatMap(node -> node.inputs().stream())
        .forEach(input -> readers.merge(input.node(), 1, Integer::sum));
    return readers;
  }

  private NodeWork work(Layer layer, LayerCost cost) {
    Node node = network.node(layer.node());
    long inputs = 0;
    for (NodeEntry input : node.inputs()) {
      boolean computed = path[input.node()];
      inputs += computed ? bytes(input.node()) : 0;
    }
    complete &= cost.multiplyAdds().isPresent() && cost.activationBytes().isPresent();
    return NodeWork.of(node, cost.multiplyAdds().orElse(0), inputs, bytes(layer.node()));
  }

  private long bytes(int node) {
    return values(node) * BYTES_PER_VALUE;
  }

  private long values(int node) {
    return shapes.output(node).map(TensorShape::elements).orElse(0L);
  }

  /**
   * The work of a plan.
   *
   * @param classes of the new head
   */
  public PlanWork of(FreezePlan plan, int classes) {
    return new Sum(plan).of(classes);
  }

  /** Adds up what a plan asks. */
  private final class Sum {
    private final FreezePlan plan;
    private final BatchNorms batchNorms;
    private final boolean[] needsGradient = new boolean[network.nodes().size()];
    private final int boundary;
    private Work frozen = Work.NONE;
    private Work prefix = Work.NONE;
    private Work forward = Work.NONE;
    private Work backward = Work.NONE;
    private long prefixParameters;
    private long tailParameters;
    private long trainable;
    private int tailLayers;
    private long prefixBytes;
    private long tailBytes;

    Sum(FreezePlan plan) {
      this.plan = plan;
      this.batchNorms = new BatchNorms(plan);
      this.boundary = boundary();
    }

    /** The last cut before the first layer that may change. */
    private int boundary() {
      int open =
          layers.stream()
              .filter(it -> !batchNorms.isFixed(it, network.node(it.node())))
              .mapToInt(Layer::node)
              .findFirst()
              .orElse(Integer.MAX_VALUE);
      return cuts.stream()
          .filter(node -> node < open && node <= features)
          .reduce((first, second) -> second)
          .orElse(network.input());
    }

    PlanWork of(int classes) {
      for (Layer layer : layers) {
        if (layer.node() <= boundary) {
          addToPrefix(layer);
        } else {
          addToTail(layer);
        }
      }
      addHead(classes);
      return new PlanWork(
          complete,
          boundary != network.input(),
          frozen,
          prefix,
          forward,
          backward,
          values(network.input()),
          values(boundary),
          prefixParameters,
          tailParameters,
          trainable,
          tailLayers,
          prefixBytes,
          tailBytes);
    }

    private void addToPrefix(Layer layer) {
      Node node = network.node(layer.node());
      NodeWork its = work[layer.node()];
      frozen = frozen.plus(its.frozen(node, fused[layer.node()]));
      prefix = prefix.plus(its.pass());
      prefixBytes = Math.max(prefixBytes, its.inputBytes() + its.outputBytes());
      prefixParameters += parameters(layer, false);
    }

    private void addToTail(Layer layer) {
      Node node = network.node(layer.node());
      NodeWork its = work[layer.node()];
      long learning = parameters(layer, true);
      boolean before = node.inputs().stream().anyMatch(input -> needsGradient[input.node()]);
      boolean own = learning > 0 || batchNorms.adapts(layer, node);
      needsGradient[layer.node()] = before || own;
      forward = forward.plus(its.pass());
      backward = backward.plus(its.pass().times(backwardPasses(its.weighted(), before, own)));
      tailParameters += parameters(layer, false);
      trainable += learning;
      tailLayers++;
      tailBytes += its.outputBytes() * (node.operator().equals("clip") ? 4 : 1);
    }

    private static int backwardPasses(boolean weighted, boolean before, boolean own) {
      if (weighted) {
        return (before ? 1 : 0) + (own ? 1 : 0);
      }
      return before || own ? 1 : 0;
    }

    /** Global average pooling where there are positions, and a fully connected layer. */
    private void addHead(int classes) {
      Optional<TensorShape> shape = shapes.output(features);
      long values = values(features);
      boolean pools = shape.filter(it -> it.rank() == 4).isPresent();
      long channels = pools ? shape.get().size(1) : values;
      int passes = needsGradient[features] ? 1 : 0;
      if (pools && channels < values) {
        Work pooling = Work.moving((double) (values + channels) * BYTES_PER_VALUE);
        forward = forward.plus(pooling);
        backward = backward.plus(pooling.times(passes));
        tailLayers++;
      }
      Work connected = new Work(0, 0, 0, channels * classes, 0, 0);
      forward = forward.plus(connected);
      backward = backward.plus(connected.times(1 + passes));
      long parameters = (channels + 1) * classes;
      tailParameters += parameters;
      trainable += parameters;
      tailLayers++;
      tailBytes += (channels + classes) * BYTES_PER_VALUE;
    }

    private long parameters(Layer layer, boolean learning) {
      Node node = network.node(layer.node());
      long sum = 0;
      for (LayerParameter parameter : layer.parameters()) {
        boolean learns =
            parameter.role().learnable()
                && !plan.isFrozen(layer)
                && !BatchNorms.isFixedScale(parameter, node);
        sum += learning && !learns ? 0 : sizes.getOrDefault(parameter.name(), 0L);
      }
      return sum;
    }
  }
}
