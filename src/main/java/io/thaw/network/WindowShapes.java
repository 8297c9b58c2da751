package io.thaw.network;

import static io.thaw.network.Attributes.bad;

import io.thaw.network.ShapeRule.Answer;
import java.util.ArrayList;
import java.util.List;

/** Shapes of operators that slide a window over {@code [N, C, spatial axes...]}. */
final class WindowShapes {
  private WindowShapes() {}

  static Answer convolution(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    List<Integer> kernel = settings.tuple("kernel").orElse(List.of());
    if (!channelsFirst(settings) || kernel.isEmpty()) {
      return Answer.UNKNOWN;
    }
    requireRank(settings, data, kernel.size() + 2);
    int filters = settings.count("num_filter");
    int groups = groups(settings, data.size(1), filters);
    List<Integer> output = new ArrayList<>(List.of(data.size(0), filters));
    for (int axis = 0; axis < kernel.size(); axis++) {
      Window window = Window.of(settings, data, kernel.get(axis), axis);
      output.add(window.floor());
    }
    return withFilters(
        settings, output, filters, filter(filters, data.size(1) / groups, kernel), false);
  }

  static Answer deconvolution(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    List<Integer> kernel = settings.tuple("kernel").orElse(List.of());
    boolean target = !settings.tuple("target_shape").orElse(List.of()).isEmpty();
    if (!channelsFirst(settings) || kernel.isEmpty() || target) {
      return Answer.UNKNOWN;
    }
    requireRank(settings, data, kernel.size() + 2);
    int filters = settings.count("num_filter");
    int groups = groups(settings, data.size(1), filters);
    List<Integer> output = new ArrayList<>(List.of(data.size(0), filters));
    for (int axis = 0; axis < kernel.size(); axis++) {
      int adjust = settings.spatial("adj", kernel.size(), 0).get(axis);
      output.add(Window.of(settings, data, kernel.get(axis), axis).transposed() + adjust);
    }
    return withFilters(
        settings, output, filters, filter(data.size(1), filters / groups, kernel), true);
  }

  static Answer pooling(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    String convention = settings.text("pooling_convention", "valid");
    if (!channelsFirst(settings) || convention.equals("same")) {
      return Answer.UNKNOWN;
    }
    int axes = Math.max(1, data.rank() - 2);
    requireRank(settings, data, axes + 2);
    List<Integer> output = new ArrayList<>(data.sizes().subList(0, 2));
    for (int axis = 0; axis < axes; axis++) {
      output.add(pooled(settings, data, axis, convention.equals("full")));
    }
    return Answer.of(new TensorShape(output));
  }

  private static int pooled(Attributes settings, TensorShape data, int axis, boolean full) {
    if (settings.flag("global_pool", false)) {
      return 1;
    }
    int kernel = settings.spatial("kernel", data.rank() - 2, 1).get(axis);
    Window window = Window.of(settings, data, kernel, axis);
    return full ? window.ceiling() : window.floor();
  }

  static Answer adaptivePooling(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    requireRank(settings, data, 4);
    List<Integer> size = settings.tuple("output_size").orElse(List.of());
    int height = size.isEmpty() ? 1 : size.get(0);
    int width = size.isEmpty() ? 1 : size.get(size.size() - 1);
    return Answer.of(TensorShape.of(data.size(0), data.size(1), height, width));
  }

  private static Answer withFilters(
      Attributes settings,
      List<Integer> output,
      int filters,
      TensorShape weight,
      boolean biasless) {
    TensorShape shape = new TensorShape(output);
    return settings.flag("no_bias", biasless)
        ? Answer.of(shape, weight)
        : Answer.of(shape, weight, TensorShape.of(filters));
  }

  private static TensorShape filter(int outer, int inner, List<Integer> kernel) {
    List<Integer> sizes = new ArrayList<>(List.of(outer, inner));
    sizes.addAll(kernel);
    return new TensorShape(sizes);
  }

  private static int groups(Attributes settings, int channels, int filters) {
    int groups = settings.integer("num_group", 1);
    if (groups < 1 || channels % groups != 0 || filters % groups != 0) {
      throw bad(
          "The layer '%s' cannot divide %d input and %d output channels into %d groups.",
          settings.node().name(), channels, filters, groups);
    }
    return groups;
  }

  private static boolean channelsFirst(Attributes settings) {
    return settings.text("layout").map(layout -> layout.startsWith("NC")).orElse(true);
  }

  private static void requireRank(Attributes settings, TensorShape data, int rank) {
    if (data.rank() != rank) {
      throw bad(
          "The layer '%s' needs an input with %d axes, but gets %s.",
          settings.node().name(), rank, data);
    }
  }

  /** One axis of a sliding window. */
  private record Window(int padded, int reach, int stride, int size, int pad) {

    static Window of(Attributes settings, TensorShape data, int kernel, int axis) {
      int axes = data.rank() - 2;
      int pad = settings.spatial("pad", axes, 0).get(axis);
      int stride = settings.spatial("stride", axes, 1).get(axis);
      int reach = settings.spatial("dilate", axes, 1).get(axis) * (kernel - 1) + 1;
      int size = data.size(2 + axis);
      if (stride < 1 || kernel < 1 || pad < 0) {
        throw bad("The layer '%s' has a kernel or stride below 1.", settings.node().name());
      }
      boolean slides = !settings.node().operator().equals("Deconvolution");
      if (slides && reach > size + 2 * pad) {
        throw bad(
            "The layer '%s' has a kernel of %d, larger than its padded input of %d.",
            settings.node().name(), reach, size + 2 * pad);
      }
      return new Window(size + 2 * pad, reach, stride, size, pad);
    }

    int floor() {
      return (padded - reach) / stride + 1;
    }

    /** {@code pooling_convention=full}: a window that sticks out at the end counts. */
    int ceiling() {
      return (padded - reach + stride - 1) / stride + 1;
    }

    int transposed() {
      return stride * (size - 1) + reach - 2 * pad;
    }
  }
}
