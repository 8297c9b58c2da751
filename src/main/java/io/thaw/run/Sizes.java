package io.thaw.run;

import io.thaw.engine.Tensor;
import java.util.Collection;
import java.util.Map;

/** Counts numbers in arrays. */
final class Sizes {
  private Sizes() {}

  /** Numbers in the named tensors. */
  static long count(Map<String, Tensor> tensors, Collection<String> names) {
    return names.stream().mapToLong(name -> tensors.get(name).values().length).sum();
  }
}
