package io.thaw.engine.onnx;

import java.util.Arrays;

/**
 * A sliding window over height and width.
 *
 * @param begin zeros or nothing before the first row and column
 * @param end after the last, as many as the windows need
 */
record PoolWindow(long[] kernel, long[] stride, long[] begin, long[] end) {

  /**
   * The window of a pooling. With {@code pooling_convention=full} a last window may stick out of
   * the padded picture, so that more is added at the end.
   */
  static PoolWindow of(Step step) {
    Settings settings = step.settings();
    boolean full =
        switch (settings.text("pooling_convention", "valid")) {
          case "valid" -> false;
          case "full" -> true;
          default -> throw settings.refusal("pooling_convention");
        };
    if (settings.tuple("kernel").isEmpty()) {
      throw settings.refusal("kernel");
    }
    long[] kernel = settings.spatial("kernel", 1);
    long[] stride = settings.spatial("stride", 1);
    long[] pad = settings.spatial("pad", 0);
    long[] end = pad.clone();
    for (int axis = 0; full && axis < end.length; axis++) {
      end[axis] += overhang(step.shape(0).size(2 + axis) + 2 * pad[axis], kernel, stride, axis);
    }
    return new PoolWindow(kernel, stride, pad, end);
  }

  private static long overhang(long padded, long[] kernel, long[] stride, int axis) {
    long rest = (padded - kernel[axis]) % stride[axis];
    return rest == 0 ? 0 : stride[axis] - rest;
  }

  boolean isUnpadded() {
    return Arrays.stream(begin).allMatch(size -> size == 0);
  }

  boolean isSymmetric() {
    return Arrays.equals(begin, end);
  }

  /** The same window on an input that has the padding already. */
  PoolWindow onPaddedInput() {
    long[] rest = {end[0] - begin[0], end[1] - begin[1]};
    return new PoolWindow(kernel, stride, new long[] {0, 0}, rest);
  }

  /** Whether no window lies wholly in what was added; ONNX Runtime refuses such windows. */
  boolean everyPartHasInput() {
    return begin[0] < kernel[0] && begin[1] < kernel[1] && end[0] < kernel[0] && end[1] < kernel[1];
  }
}
