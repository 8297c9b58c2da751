package io.thaw.engine.onnx;

import static io.thaw.engine.onnx.OnnxAttributes.integer;
import static io.thaw.engine.onnx.OnnxAttributes.integers;

import io.thaw.network.TensorShape;
import java.util.List;
import java.util.Map;

/** Pooling of pictures. */
final class PoolingRules {
  private PoolingRules() {}

  static void addTo(Map<String, Rule> table) {
    table.put("Pooling", PoolingRules::pooling);
    table.put("_contrib_AdaptiveAvgPooling2D", PoolingRules::adaptive);
  }

  private static void pooling(Step step) {
    Settings settings = step.settings();
    settings.require("layout", "NCHW");
    settings.ignore("p_value");
    boolean largest =
        switch (settings.text("pool_type", "max")) {
          case "max" -> true;
          case "avg" -> false;
          default -> throw settings.refusal("pool_type");
        };
    if (step.shape(0).rank() != 4) {
      throw settings.refuse("its input is no picture");
    }
    if (settings.flag("global_pool", false)) {
      settings.ignore("kernel", "stride", "pad", "pooling_convention", "count_include_pad");
      step.emit(largest ? "GlobalMaxPool" : "GlobalAveragePool");
      return;
    }
    PoolWindow window = PoolWindow.of(step);
    boolean countPadding = settings.flag("count_include_pad", true);
    if (largest) {
      window(step, "MaxPool", step.input(0), window, false);
    } else {
      average(step, window, countPadding);
    }
  }

  /**
   * MXNet divides by the part of a window inside the padded picture; what {@code full} adds at the
   * end does not count.
   */
  private static void average(Step step, PoolWindow window, boolean countPadding) {
    if (!countPadding || window.isUnpadded()) {
      window(step, "AveragePool", step.input(0), window, false);
    } else if (window.isSymmetric()) {
      window(step, "AveragePool", step.input(0), window, true);
    } else {
      long[] pad = window.begin();
      String sizes = step.own("pads");
      step.graph().integers(sizes, 0, 0, pad[0], pad[1], 0, 0, pad[0], pad[1]);
      String padded = step.between("padded", "Pad", List.of(step.input(0), sizes));
      window(step, "AveragePool", padded, window.onPaddedInput(), false);
    }
  }

  private static void window(
      Step step, String operator, String input, PoolWindow window, boolean countPadding) {
    if (!window.everyPartHasInput()) {
      throw step.settings().refuse("some of its windows lie in the padding alone");
    }
    long[] begin = window.begin();
    long[] end = window.end();
    var kernel = integers("kernel_shape", window.kernel());
    var strides = integers("strides", window.stride());
    var pads = integers("pads", begin[0], begin[1], end[0], end[1]);
    if (countPadding) {
      step.emit(operator, List.of(input), kernel, strides, pads, integer("count_include_pad", 1));
    } else {
      step.emit(operator, List.of(input), kernel, strides, pads);
    }
  }

  /** Exact where the windows do not overlap: MXNet rounds their edges outwards. */
  private static void adaptive(Step step) {
    Settings settings = step.settings();
    List<Integer> size = settings.tuple("output_size").orElse(List.of());
    int height = size.isEmpty() ? 1 : size.get(0);
    int width = size.isEmpty() ? 1 : size.get(size.size() - 1);
    if (height == 1 && width == 1) {
      step.emit("GlobalAveragePool");
      return;
    }
    TensorShape input = step.shape(0);
    if (input.size(2) % height != 0 || input.size(3) % width != 0) {
      throw settings.refusal("output_size");
    }
    int down = input.size(2) / height;
    int right = input.size(3) / width;
    step.emit(
        "AveragePool", integers("kernel_shape", down, right), integers("strides", down, right));
  }
}
