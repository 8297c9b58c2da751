package io.thaw.engine.onnx;

import static io.thaw.engine.onnx.OnnxAttributes.integer;
import static io.thaw.engine.onnx.OnnxAttributes.integers;
import static io.thaw.engine.onnx.OnnxAttributes.text;

import io.thaw.network.TensorShape;
import java.util.List;
import java.util.Map;

/** Operators that rearrange or sum up values, and probabilities. */
final class ShapeRules {
  private ShapeRules() {}

  static void addTo(Map<String, Rule> table) {
    for (String name : List.of("Concat", "concat")) {
      table.put(name, ShapeRules::concat);
    }
    for (String name : List.of("Flatten", "flatten")) {
      table.put(name, step -> step.emit("Flatten", integer("axis", 1)));
    }
    for (String name : List.of("Reshape", "reshape")) {
      table.put(name, ShapeRules::reshape);
    }
    for (String name : List.of("Pad", "pad")) {
      table.put(name, ShapeRules::pad);
    }
    table.put("mean", step -> reduce(step, "ReduceMean"));
    table.put("max", step -> reduce(step, "ReduceMax"));
    table.put("softmax", step -> softmax(step, "Softmax"));
    table.put("log_softmax", step -> softmax(step, "LogSoftmax"));
    table.put("SoftmaxOutput", ShapeRules::softmaxOutput);
    table.put("Softmax", ShapeRules::softmaxOutput);
    table.put("SoftmaxActivation", ShapeRules::softmaxActivation);
  }

  private static void concat(Step step) {
    int axis = step.settings().integer("dim", 1);
    if (axis % step.shape(0).rank() == 0) {
      throw step.settings().refusal("dim");
    }
    step.emit("Concat", step.inputs(), integer("axis", axis));
  }

  /** 0 (as before) and -1 (the rest) mean the same in ONNX; MXNet's other codes have no match. */
  private static void reshape(Step step) {
    Settings settings = step.settings();
    List<Integer> sizes = settings.tuple("shape").orElse(List.of());
    boolean plain = !sizes.isEmpty() && sizes.stream().allMatch(size -> size >= -1);
    if (!plain || !keepsSamplesApart(sizes, step.shape(0))) {
      throw settings.refusal("shape");
    }
    settings.require("reverse", "False", "false", "0");
    String shape = step.own("shape");
    step.graph().integers(shape, sizes.stream().mapToLong(Integer::longValue).toArray());
    step.emit("Reshape", List.of(step.input(0), shape));
  }

  private static boolean keepsSamplesApart(List<Integer> sizes, TensorShape input) {
    long rest = 1;
    for (int axis = 1; axis < sizes.size(); axis++) {
      rest *= sizes.get(axis) == 0 && axis < input.rank() ? input.size(axis) : sizes.get(axis);
    }
    return sizes.get(0) == 0 || (sizes.get(0) == -1 && rest == input.withoutBatch().elements());
  }

  private static void pad(Step step) {
    Settings settings = step.settings();
    settings.require("mode", "constant");
    List<Integer> widths = settings.tuple("pad_width").orElse(List.of());
    int axes = step.shape(0).rank();
    if (widths.size() != 2 * axes) {
      throw settings.refusal("pad_width");
    }
    long[] sizes = new long[2 * axes];
    for (int axis = 0; axis < axes; axis++) {
      sizes[axis] = widths.get(2 * axis);
      sizes[axes + axis] = widths.get(2 * axis + 1);
    }
    String pads = step.graph().integers(step.own("pads"), sizes);
    double value = settings.number("constant_value", 0);
    String constant = step.graph().scalar(step.own("value"), value);
    step.emit("Pad", List.of(step.input(0), pads, constant), text("mode", "constant"));
  }

  private static void reduce(Step step, String operator) {
    Settings settings = step.settings();
    settings.require("exclude", "False", "false", "0");
    TensorShape shape = step.shape(0);
    long[] axes =
        settings.tuple("axis").orElse(List.of()).stream()
            .mapToLong(axis -> axis < 0 ? axis + shape.rank() : axis)
            .toArray();
    for (long axis : axes) {
      if (axis == 0) {
        throw settings.refusal("axis");
      }
    }
    if (axes.length == 0) {
      throw settings.refusal("axis");
    }
    boolean keep = settings.flag("keepdims", false);
    step.emit(operator, integers("axes", axes), integer("keepdims", keep ? 1 : 0));
  }

  private static void softmax(Step step, String operator) {
    Settings settings = step.settings();
    settings.require("use_length", "False", "false", "0");
    settings.require("dtype", "float32");
    if (settings.number("temperature", 1) != 1) {
      throw settings.refusal("temperature");
    }
    step.emit(operator, integer("axis", settings.integer("axis", -1)));
  }

  /** In inference it is softmax alone; the label and all that weighs the loss do nothing. */
  private static void softmaxOutput(Step step) {
    Settings settings = step.settings();
    settings.ignore("grad_scale", "ignore_label", "use_ignore", "normalization", "out_grad");
    settings.ignore("smooth_alpha");
    boolean perPosition = settings.flag("multi_output", false);
    boolean lastAxis = settings.flag("preserve_shape", false);
    if (!perPosition && !lastAxis && step.shape(0).rank() != 2) {
      throw settings.refuse("its input has more than two axes");
    }
    step.emit("Softmax", integer("axis", perPosition ? 1 : -1));
  }

  private static void softmaxActivation(Step step) {
    Settings settings = step.settings();
    boolean channels = settings.text("mode", "instance").equals("channel");
    if (!channels && step.shape(0).rank() != 2) {
      throw settings.refusal("mode");
    }
    step.emit("Softmax", integer("axis", 1));
  }
}
