package io.thaw.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds a network layer by layer. Each method adds one layer on top of the last one (or of {@link
 * #from}) and takes the layer's full name; parameters are named after it, without {@code _fwd}.
 */
public final class NetworkBuilder {
  private static final String FORWARD = "_fwd";

  private final List<Node> nodes = new ArrayList<>();
  private int top;

  /** Begins with the variable that takes the picture. */
  public NetworkBuilder() {
    this(Network.DATA);
  }

  /** Begins with the variable that takes the picture, under another name. */
  public NetworkBuilder(String input) {
    nodes.add(Node.variable(input));
  }

  /** Goes back to a node: the next layer reads it. */
  public NetworkBuilder from(String name) {
    top = indexOf(name);
    return this;
  }

  /** The name of the layer that the next one will read. */
  public String top() {
    return nodes.get(top).name();
  }

  /** A square convolution with a bias. */
  public NetworkBuilder convolution(String name, int filters, int kernel, int stride, int pad) {
    return convolution(name, filters, kernel, stride, pad, Map.of("no_bias", "False"));
  }

  /** A square convolution without a bias, as before batch normalisation. */
  public NetworkBuilder plainConvolution(
      String name, int filters, int kernel, int stride, int pad) {
    return convolution(name, filters, kernel, stride, pad, Map.of("no_bias", "True"));
  }

  /** A square convolution with more settings, which win over the others. */
  public NetworkBuilder convolution(
      String name, int filters, int kernel, int stride, int pad, Map<String, String> more) {
    Map<String, String> attributes = window(kernel, stride, pad);
    attributes.put("num_filter", Integer.toString(filters));
    attributes.putAll(more);
    boolean biasless = "True".equals(attributes.get("no_bias"));
    return parametric(
        name, "Convolution", attributes, biasless ? List.of("weight") : List.of("weight", "bias"));
  }

  /** Batch normalisation with a learned scale. */
  public NetworkBuilder batchNorm(String name) {
    Map<String, String> attributes =
        Map.of("axis", "1", "eps", "1e-05", "momentum", "0.9", "fix_gamma", "False");
    return parametric(
        name, "BatchNorm", attributes, List.of("gamma", "beta", "running_mean", "running_var"));
  }

  /** The rectifier. */
  public NetworkBuilder relu(String name) {
    return operator(name, "Activation", Map.of("act_type", "relu"), List.of(top()));
  }

  /** Square pooling of type {@code max} or {@code avg}. */
  public NetworkBuilder pool(String name, String type, int kernel, int stride, int pad) {
    Map<String, String> attributes = window(kernel, stride, pad);
    attributes.put("pool_type", type);
    return operator(name, "Pooling", attributes, List.of(top()));
  }

  /** The average over all positions: {@code [N, C, H, W]} to {@code [N, C, 1, 1]}. */
  public NetworkBuilder globalPool(String name) {
    Map<String, String> attributes =
        Map.of("global_pool", "True", "kernel", "(1, 1)", "pool_type", "avg");
    return operator(name, "Pooling", attributes, List.of(top()));
  }

  /** The sum with another node. */
  public NetworkBuilder add(String name, String other) {
    return operator(name, "elemwise_add", Map.of(), List.of(top(), other));
  }

  /** The channels of this and other nodes behind one another. */
  public NetworkBuilder concat(String name, String... others) {
    List<String> inputs = new ArrayList<>(List.of(top()));
    inputs.addAll(List.of(others));
    Map<String, String> attributes =
        Map.of("dim", "1", "num_args", Integer.toString(inputs.size()));
    return operator(name, "Concat", attributes, inputs);
  }

  /** {@code [N, ...]} to {@code [N, features]}. */
  public NetworkBuilder flatten(String name) {
    return operator(name, "Flatten", Map.of(), List.of(top()));
  }

  /** Sets a share of the values to zero while training. */
  public NetworkBuilder dropout(String name, double rate) {
    return operator(name, "Dropout", Map.of("p", Double.toString(rate)), List.of(top()));
  }

  /** A fully connected layer, which flattens by itself. */
  public NetworkBuilder fullyConnected(String name, int units) {
    Map<String, String> attributes =
        Map.of("num_hidden", Integer.toString(units), "no_bias", "False", "flatten", "True");
    return parametric(name, "FullyConnected", attributes, List.of("weight", "bias"));
  }

  /** Probabilities along the last axis. */
  public NetworkBuilder softmax(String name) {
    return operator(name, "softmax", Map.of("axis", "-1"), List.of(top()));
  }

  /** Any operator on the given nodes; a name that does not exist yet becomes a variable. */
  public NetworkBuilder operator(
      String name, String operator, Map<String, String> attributes, List<String> inputs) {
    List<NodeEntry> entries = new ArrayList<>();
    for (String input : inputs) {
      if (nodes.stream().noneMatch(node -> node.name().equals(input))) {
        nodes.add(Node.variable(input));
      }
      entries.add(NodeEntry.of(indexOf(input)));
    }
    top = nodes.size();
    nodes.add(new Node(name, operator, sorted(attributes), entries));
    return this;
  }

  /** The network that ends in the last layer. */
  public Network build() {
    return new Network(nodes, List.of(NodeEntry.of(top)));
  }

  private NetworkBuilder parametric(
      String name, String operator, Map<String, String> attributes, List<String> parameters) {
    String stem =
        name.endsWith(FORWARD) ? name.substring(0, name.length() - FORWARD.length()) : name;
    List<String> inputs = new ArrayList<>(List.of(top()));
    parameters.forEach(parameter -> inputs.add(stem + "_" + parameter));
    return operator(name, operator, attributes, inputs);
  }

  private static Map<String, String> window(int kernel, int stride, int pad) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("kernel", "(" + kernel + ", " + kernel + ")");
    attributes.put("stride", "(" + stride + ", " + stride + ")");
    attributes.put("pad", "(" + pad + ", " + pad + ")");
    return attributes;
  }

  /** The same network must give the same file each time. */
  private static Map<String, String> sorted(Map<String, String> attributes) {
    return new TreeMap<>(attributes);
  }

  private int indexOf(String name) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("There is no node '" + name + "' yet.");
  }
}
