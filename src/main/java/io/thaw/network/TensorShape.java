package io.thaw.network;

import java.util.Arrays;
import java.util.List;

/**
 * The sizes of a tensor's axes, all of them at least 1.
 *
 * @param sizes one size per axis, outermost first, for example {@code [N, C, H, W]}
 */
public record TensorShape(List<Integer> sizes) {

  public TensorShape {
    sizes = List.copyOf(sizes);
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException("A tensor cannot have an axis of size " + size + ".");
      }
    }
  }

  public static TensorShape of(int... sizes) {
    return new TensorShape(Arrays.stream(sizes).boxed().toList());
  }

  /** How many values a tensor of this shape holds. */
  public long elements() {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** The number of axes. */
  public int rank() {
    return sizes.size();
  }

  /** The size of axis {@code axis}; negative axes count from the end, as in MXNet. */
  public int size(int axis) {
    return sizes.get(axis < 0 ? axis + rank() : axis);
  }

  /** This shape with a batch axis of size {@code batch} in front: {@code [N, ...]}. */
  public TensorShape withBatch(int batch) {
    return prepend(batch);
  }

  /** This shape without its outermost axis. */
  public TensorShape withoutBatch() {
    return new TensorShape(sizes.subList(1, rank()));
  }

  private TensorShape prepend(int size) {
    int[] all = new int[rank() + 1];
    all[0] = size;
    for (int i = 0; i < rank(); i++) {
      all[i + 1] = sizes.get(i);
    }
    return of(all);
  }

  /** For example {@code [64, 32, 32]}. */
  @Override
  public String toString() {
    return sizes.toString();
  }
}
