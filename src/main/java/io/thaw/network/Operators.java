package io.thaw.network;

import static io.thaw.network.ParameterRole.BETA;
import static io.thaw.network.ParameterRole.BIAS;
import static io.thaw.network.ParameterRole.GAMMA;
import static io.thaw.network.ParameterRole.OTHER;
import static io.thaw.network.ParameterRole.RUNNING_MEAN;
import static io.thaw.network.ParameterRole.RUNNING_VARIANCE;
import static io.thaw.network.ParameterRole.WEIGHT;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is known of MXNet's operators, as one table: names, parameters, shapes, costs. From MXNet
 * 1.9's operator documentation, {@code https://mxnet.apache.org/versions/1.9.1/api/}.
 */
public final class Operators {
  private static final Set<String> WITH_LABEL =
      Set.of(
          "SoftmaxOutput",
          "Softmax",
          "SVMOutput",
          "LinearRegressionOutput",
          "LogisticRegressionOutput",
          "MAERegressionOutput");

  private static final Map<String, Operator> TABLE = table();

  private Operators() {}

  /** Whether the operator's shape and cost rules are known. */
  public static boolean isKnown(String operator) {
    return TABLE.containsKey(operator);
  }

  /** The node's kind for people, for example {@code Pooling (max)}; unknown ones by their name. */
  public static String kind(Node node) {
    return find(node).map(o -> o.kind().apply(new Attributes(node))).orElse(node.operator());
  }

  /**
   * What a variable at an input position is to its operator; empty for a computed tensor or a label
   * and for every input of an operator that is not known.
   */
  public static Optional<ParameterRole> parameterRole(Node node, int position) {
    return find(node).flatMap(operator -> operator.role(position));
  }

  static boolean isLabel(Node node, int position) {
    return position == 1 && WITH_LABEL.contains(node.operator());
  }

  static Optional<Operator> find(Node node) {
    return Optional.ofNullable(TABLE.get(node.operator()));
  }

  private static Map<String, Operator> table() {
    Map<String, Operator> table = new HashMap<>();
    weighted(table);
    normalisations(table);
    combinations(table);
    activations(table);
    poolings(table);
    outputs(table);
    rearrangements(table);
    return Map.copyOf(table);
  }

  private static void weighted(Map<String, Operator> table) {
    List<ParameterRole> roles = List.of(WEIGHT, BIAS);
    table.put(
        "Convolution",
        new Operator(
            Operators::convolutionKind,
            1,
            roles,
            WindowShapes::convolution,
            MultiplyAddRule.ONE_FILTER_PER_OUTPUT));
    table.put(
        "Deconvolution",
        new Operator(
            named("Transposed convolution"),
            1,
            roles,
            WindowShapes::deconvolution,
            MultiplyAddRule.ONE_FILTER_PER_INPUT));
    table.put(
        "FullyConnected",
        new Operator(
            named("Fully connected"),
            1,
            roles,
            PlainShapes::fullyConnected,
            MultiplyAddRule.ONE_FILTER_PER_OUTPUT));
  }

  private static void normalisations(Map<String, Operator> table) {
    List<ParameterRole> batch = List.of(GAMMA, BETA, RUNNING_MEAN, RUNNING_VARIANCE);
    for (String name : List.of("BatchNorm", "BatchNorm_v1", "_contrib_SyncBatchNorm")) {
      table.put(name, normalisation("Batch normalisation", batch, 1));
    }
    table.put("LayerNorm", normalisation("Layer normalisation", List.of(GAMMA, BETA), -1));
    table.put("InstanceNorm", normalisation("Instance normalisation", List.of(GAMMA, BETA), 1));
    one(table, "Local response normalisation", "LRN");
    one(table, "L2 normalisation", "L2Normalization");
  }

  private static Operator normalisation(String kind, List<ParameterRole> roles, int axis) {
    return new Operator(
        named(kind),
        1,
        roles,
        PlainShapes.normalisation(axis, roles.size()),
        MultiplyAddRule.ONE_PER_OUTPUT);
  }

  private static void combinations(Map<String, Operator> table) {
    pairs(table, "Addition", MultiplyAddRule.NONE, "add", "plus", "Plus");
    pairs(table, "Subtraction", MultiplyAddRule.NONE, "sub", "minus", "Minus");
    pairs(table, "Multiplication", MultiplyAddRule.ONE_PER_OUTPUT, "mul", "Mul");
    pairs(table, "Division", MultiplyAddRule.ONE_PER_OUTPUT, "div", "Div");
    for (String name : List.of("add_n", "ElementWiseSum", "_sum")) {
      table.put(name, parameterless("Addition", PlainShapes::equal));
    }
    for (String name : List.of("Concat", "concat")) {
      table.put(name, parameterless("Concatenation", PlainShapes::concat));
    }
  }

  private static void pairs(
      Map<String, Operator> table, String kind, MultiplyAddRule cost, String... words) {
    Operator equal = new Operator(named(kind), 2, List.of(), PlainShapes::equal, cost);
    Operator broadcast = new Operator(named(kind), 2, List.of(), PlainShapes::broadcast, cost);
    Function<Attributes, String> constant = named(kind + " of a constant");
    Operator scalar = new Operator(constant, 1, List.of(), PlainShapes::same, cost);
    for (String word : words) {
      table.put("elemwise_" + word, equal);
      table.put("_" + word, equal);
      table.put("broadcast_" + word, broadcast);
      table.put("_" + word + "_scalar", scalar);
      table.put("_" + word + "Scalar", scalar);
    }
  }

  private static void activations(Map<String, Operator> table) {
    table.put(
        "Activation",
        new Operator(
            a -> "Activation (" + a.text("act_type", "?") + ")",
            1,
            List.of(),
            PlainShapes::same,
            MultiplyAddRule.NONE));
    table.put(
        "LeakyReLU",
        new Operator(
            a -> "Activation (" + a.text("act_type", "leaky") + ")",
            1,
            List.of(OTHER),
            PlainShapes::leaky,
            MultiplyAddRule.NONE));
    for (String name : List.of("relu", "sigmoid", "tanh", "softsign", "erf", "hard_sigmoid")) {
      one(table, "Activation (" + name.replace('_', ' ') + ")", name);
    }
    table.put(
        "clip",
        new Operator(
            a -> "Clip (" + a.text("a_min", "?") + " to " + a.text("a_max", "?") + ")",
            1,
            List.of(),
            PlainShapes::same,
            MultiplyAddRule.NONE));
  }

  private static void poolings(Map<String, Operator> table) {
    for (String name : List.of("Pooling", "Pooling_v1")) {
      table.put(
          name,
          new Operator(
              Operators::poolingKind, 1, List.of(), WindowShapes::pooling, MultiplyAddRule.NONE));
    }
    table.put(
        "_contrib_AdaptiveAvgPooling2D",
        parameterless("Adaptive pooling (avg)", WindowShapes::adaptivePooling));
    table.put("mean", parameterless("Mean", PlainShapes::reduce));
    table.put("sum", parameterless("Sum", PlainShapes::reduce));
    table.put("max", parameterless("Maximum", PlainShapes::reduce));
  }

  private static void outputs(Map<String, Operator> table) {
    one(table, "Softmax", "softmax", "SoftmaxActivation");
    one(table, "Log softmax", "log_softmax");
    WITH_LABEL.forEach(
        name ->
            table.put(
                name,
                new Operator(
                    named(name.toLowerCase(Locale.ROOT).contains("softmax") ? "Softmax" : "Output"),
                    2,
                    List.of(),
                    PlainShapes::same,
                    MultiplyAddRule.NONE)));
  }

  private static void rearrangements(Map<String, Operator> table) {
    for (String name : List.of("Flatten", "flatten")) {
      table.put(name, parameterless("Flatten", PlainShapes::flatten));
    }
    for (String name : List.of("Reshape", "reshape")) {
      table.put(name, parameterless("Reshape", PlainShapes::reshape));
    }
    for (String name : List.of("Pad", "pad")) {
      table.put(name, parameterless("Padding", PlainShapes::pad));
    }
    one(table, "Dropout", "Dropout");
    one(table, "Identity", "identity", "_copy", "BlockGrad", "stop_gradient", "Cast", "cast");
  }

  private static void one(Map<String, Operator> table, String kind, String... names) {
    for (String name : names) {
      table.put(
          name, new Operator(named(kind), 1, List.of(), PlainShapes::same, MultiplyAddRule.NONE));
    }
  }

  private static Operator parameterless(String kind, ShapeRule shape) {
    return new Operator(named(kind), Operator.ANY, List.of(), shape, MultiplyAddRule.NONE);
  }

  private static Function<Attributes, String> named(String kind) {
    return attributes -> kind;
  }

  private static String convolutionKind(Attributes attributes) {
    int groups = attributes.integer("num_group", 1);
    if (groups == 1) {
      return "Convolution";
    }
    return groups == attributes.integer("num_filter", 0)
        ? "Convolution (depthwise)"
        : "Convolution (" + groups + " groups)";
  }

  private static String poolingKind(Attributes attributes) {
    String type = attributes.text("pool_type", "max");
    return (attributes.flag("global_pool", false) ? "Global pooling (" : "Pooling (") + type + ")";
  }
}
