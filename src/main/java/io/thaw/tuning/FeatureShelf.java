package io.thaw.tuning;

import io.thaw.tuning.cache.FeatureSet;
import java.util.Optional;

/** Where the boundary tensors of a run are kept for other runs. */
@FunctionalInterface
public interface FeatureShelf {
  /**
   * The set of those that an engine computes.
   *
   * @param engine its name and version
   * @param size numbers in one tensor
   * @return to be closed by whoever asked; empty when nothing shall be kept
   */
  Optional<FeatureSet> open(String engine, int size);
}
