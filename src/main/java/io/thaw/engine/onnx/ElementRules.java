package io.thaw.engine.onnx;

import static io.thaw.engine.onnx.OnnxAttributes.number;

import io.thaw.engine.Tensor;
import io.thaw.network.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operators on each value: activations, sums, products. */
final class ElementRules {
  private static final double LEAKY_SLOPE = 0.25;

  private ElementRules() {}

  static void addTo(Map<String, Rule> table) {
    pairs(table, "Add", "add", "plus", "Plus");
    pairs(table, "Sub", "sub", "minus", "Minus");
    pairs(table, "Mul", "mul", "Mul");
    pairs(table, "Div", "div", "Div");
    for (String name : List.of("add_n", "ElementWiseSum", "_sum")) {
      table.put(name, step -> step.emit("Sum", step.inputs()));
    }
    table.put("Activation", step -> activation(step, step.settings().text("act_type", "none")));
    for (String name : List.of("relu", "sigmoid", "tanh", "softsign")) {
      table.put(name, step -> activation(step, name));
    }
    table.put("erf", step -> step.emit("Erf"));
    table.put("hard_sigmoid", ElementRules::hardSigmoid);
    table.put("LeakyReLU", ElementRules::leaky);
    table.put("clip", ElementRules::clip);
    for (String name : List.of("identity", "_copy", "BlockGrad", "stop_gradient")) {
      table.put(name, step -> step.emit("Identity"));
    }
    table.put("Dropout", ElementRules::dropout);
    for (String name : List.of("Cast", "cast")) {
      table.put(name, ElementRules::cast);
    }
  }

  private static void pairs(Map<String, Rule> table, String operator, String... words) {
    for (String word : words) {
      for (String name : List.of("elemwise_" + word, "_" + word, "broadcast_" + word)) {
        table.put(name, step -> step.emit(operator, List.of(step.input(0), step.input(1))));
      }
      table.put("_" + word + "_scalar", step -> scalar(step, operator));
      table.put("_" + word + "Scalar", step -> scalar(step, operator));
    }
  }

  private static void scalar(Step step, String operator) {
    step.settings().ignore("is_int");
    double value = step.settings().number("scalar");
    step.emit(operator, List.of(step.input(0), step.graph().scalar(step.own("scalar"), value)));
  }

  private static void activation(Step step, String type) {
    switch (type) {
      case "relu" -> step.emit("Relu");
      case "sigmoid" -> step.emit("Sigmoid");
      case "tanh" -> step.emit("Tanh");
      case "softrelu" -> step.emit("Softplus");
      case "softsign" -> step.emit("Softsign");
      default -> throw step.settings().refusal("act_type");
    }
  }

  private static void hardSigmoid(Step step) {
    double alpha = step.settings().number("alpha", 0.2);
    double beta = step.settings().number("beta", 0.5);
    step.emit("HardSigmoid", number("alpha", alpha), number("beta", beta));
  }

  private static void leaky(Step step) {
    Settings settings = step.settings();
    settings.ignore("lower_bound", "upper_bound");
    double slope = settings.number("slope", LEAKY_SLOPE);
    switch (settings.text("act_type", "leaky")) {
      case "leaky" -> step.emit("LeakyRelu", number("alpha", slope));
      case "elu" -> step.emit("Elu", number("alpha", slope));
      case "selu" -> step.emit("Selu");
      case "prelu" -> prelu(step);
      case "gelu" -> gelu(step);
      default -> throw settings.refusal("act_type");
    }
  }

  /** ONNX lines shapes up from the last axis, so that a slope per channel needs axes behind it. */
  private static void prelu(Step step) {
    Tensor slopes = step.tensor(1);
    List<Integer> sizes = new ArrayList<>(List.of(slopes.values().length));
    for (int axis = 2; axis < step.shape(0).rank(); axis++) {
      sizes.add(1);
    }
    String name = step.graph().array(step.own("slopes"), new TensorShape(sizes), slopes.values());
    step.emit("PRelu", List.of(step.input(0), name));
  }

  /** {@code x * (1 + erf(x / sqrt(2))) / 2} (Hendrycks and Gimpel, 2016). */
  private static void gelu(Step step) {
    GraphBuilder graph = step.graph();
    String x = step.input(0);
    String root = graph.scalar(step.own("root"), Math.sqrt(2));
    String scaled = step.between("scaled", "Div", List.of(x, root));
    String erf = step.between("erf", "Erf", List.of(scaled));
    String one = graph.scalar(step.own("one"), 1);
    String sum = step.between("sum", "Add", List.of(erf, one));
    String product = step.between("product", "Mul", List.of(x, sum));
    step.emit("Mul", List.of(product, graph.scalar(step.own("half"), 0.5)));
  }

  private static void clip(Step step) {
    String low = step.graph().scalar(step.own("low"), step.settings().number("a_min"));
    String high = step.graph().scalar(step.own("high"), step.settings().number("a_max"));
    step.emit("Clip", List.of(step.input(0), low, high));
  }

  private static void dropout(Step step) {
    step.settings().ignore("p", "axes");
    step.settings().require("mode", "training");
    step.emit("Identity");
  }

  private static void cast(Step step) {
    step.settings().require("dtype", "float32");
    step.emit("Identity");
  }
}
