package io.thaw.network;

import static io.thaw.network.Attributes.bad;

import io.thaw.network.ShapeRule.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Shapes of operators that do not slide a window. */
final class PlainShapes {
  private PlainShapes() {}

  static Answer same(Attributes settings, List<TensorShape> inputs) {
    return Answer.of(inputs.get(0));
  }

  /** {@code LeakyReLU}; with {@code act_type=prelu} it has one slope per channel. */
  static Answer leaky(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    boolean slopes = settings.text("act_type", "leaky").equals("prelu") && data.rank() > 1;
    return slopes ? Answer.of(data, TensorShape.of(data.size(1))) : Answer.of(data);
  }

  /** A normalisation with its vectors along {@code axis}. */
  static ShapeRule normalisation(int defaultAxis, int vectors) {
    return (settings, inputs) -> {
      TensorShape data = inputs.get(0);
      int axis = settings.integer("axis", defaultAxis);
      if (axis >= data.rank() || axis < -data.rank()) {
        throw bad("The layer '%s' has no axis %d in %s.", settings.node().name(), axis, data);
      }
      TensorShape vector = TensorShape.of(data.size(axis));
      return Answer.of(
          data, IntStream.range(0, vectors).mapToObj(i -> vector).toArray(TensorShape[]::new));
    };
  }

  static Answer equal(Attributes settings, List<TensorShape> inputs) {
    for (TensorShape other : inputs) {
      if (!other.equals(inputs.get(0))) {
        throw mismatch(settings, inputs.get(0), other);
      }
    }
    return Answer.of(inputs.get(0));
  }

  static Answer broadcast(Attributes settings, List<TensorShape> inputs) {
    TensorShape a = inputs.get(0);
    TensorShape b = inputs.get(1);
    int rank = Math.max(a.rank(), b.rank());
    int[] sizes = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int left = i > a.rank() ? 1 : a.size(-i);
      int right = i > b.rank() ? 1 : b.size(-i);
      if (left != right && left != 1 && right != 1) {
        throw mismatch(settings, a, b);
      }
      sizes[rank - i] = Math.max(left, right);
    }
    return Answer.of(TensorShape.of(sizes));
  }

  static Answer concat(Attributes settings, List<TensorShape> inputs) {
    TensorShape first = inputs.get(0);
    int dim = settings.integer("dim", 1);
    int axis = dim < 0 ? dim + first.rank() : dim;
    if (axis < 0 || axis >= first.rank()) {
      throw bad("The layer '%s' has no axis %d in %s.", settings.node().name(), dim, first);
    }
    List<Integer> sizes = new ArrayList<>(first.sizes());
    for (TensorShape other : inputs.subList(1, inputs.size())) {
      if (other.rank() != first.rank() || !fits(first, other, axis)) {
        throw mismatch(settings, first, other);
      }
      sizes.set(axis, sizes.get(axis) + other.size(axis));
    }
    return Answer.of(new TensorShape(sizes));
  }

  private static boolean fits(TensorShape first, TensorShape other, int except) {
    return IntStream.range(0, first.rank())
        .allMatch(i -> i == except || first.size(i) == other.size(i));
  }

  static Answer flatten(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    return Answer.of(TensorShape.of(data.size(0), sampleSize(data)));
  }

  static Answer fullyConnected(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    int hidden = settings.count("num_hidden");
    boolean flatten = settings.flag("flatten", true);
    int features = flatten ? sampleSize(data) : data.size(-1);
    List<Integer> sizes = new ArrayList<>(data.sizes().subList(0, flatten ? 1 : data.rank() - 1));
    sizes.add(hidden);
    TensorShape weight = TensorShape.of(hidden, features);
    return settings.flag("no_bias", false)
        ? Answer.of(new TensorShape(sizes), weight)
        : Answer.of(new TensorShape(sizes), weight, TensorShape.of(hidden));
  }

  private static int sampleSize(TensorShape data) {
    return Math.toIntExact(data.elements() / data.size(0));
  }

  /**
   * {@code Reshape} where the new sizes are numbers, 0 (as before) and at most one -1 (the rest).
   */
  static Answer reshape(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    List<Integer> wanted = settings.tuple("shape").orElse(List.of());
    boolean plain = wanted.stream().allMatch(size -> size >= -1) && !wanted.isEmpty();
    if (!plain || settings.flag("reverse", false)) {
      return Answer.UNKNOWN;
    }
    int[] sizes = new int[wanted.size()];
    long known = 1;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = wanted.get(i) == 0 && i < data.rank() ? data.size(i) : wanted.get(i);
      known *= sizes[i] == -1 ? 1 : sizes[i];
    }
    if (known < 1 || data.elements() % known != 0) {
      throw bad("The layer '%s' cannot bring %s to %s.", settings.node().name(), data, wanted);
    }
    int rest = (int) (data.elements() / known);
    TensorShape shape = TensorShape.of(IntStream.of(sizes).map(s -> s == -1 ? rest : s).toArray());
    if (shape.elements() != data.elements()) {
      throw bad("The layer '%s' cannot bring %s to %s.", settings.node().name(), data, wanted);
    }
    return Answer.of(shape);
  }

  /** {@code mean} and its like over {@code axis}; over all axes without it. */
  static Answer reduce(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    if (settings.flag("exclude", false)) {
      return Answer.UNKNOWN;
    }
    List<Integer> axes =
        settings.tuple("axis").orElse(List.of()).stream()
            .map(a -> a < 0 ? a + data.rank() : a)
            .toList();
    boolean keep = settings.flag("keepdims", false);
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < data.rank(); i++) {
      boolean reduced = axes.isEmpty() || axes.contains(i);
      if (!reduced || keep) {
        sizes.add(reduced ? 1 : data.size(i));
      }
    }
    return Answer.of(sizes.isEmpty() ? TensorShape.of(1) : new TensorShape(sizes));
  }

  /** {@code Pad}: {@code pad_width} holds a size before and after for each axis. */
  static Answer pad(Attributes settings, List<TensorShape> inputs) {
    TensorShape data = inputs.get(0);
    List<Integer> widths = settings.spatial("pad_width", 2 * data.rank(), 0);
    return Answer.of(
        TensorShape.of(
            IntStream.range(0, data.rank())
                .map(i -> data.size(i) + widths.get(2 * i) + widths.get(2 * i + 1))
                .toArray()));
  }

  private static BadNetworkException mismatch(Attributes settings, TensorShape a, TensorShape b) {
    return bad(
        "The layer '%s' combines tensors that do not fit: %s and %s.",
        settings.node().name(), a, b);
  }
}
