package io.thaw.tuning;

import io.thaw.tuning.cache.FeatureSet;
import io.thaw.tuning.cache.RecordId;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Boundary tensors that were computed already: on disk where there is room in the cache, else in
 * memory up to a budget, else not at all.
 */
final class KeptFeatures implements AutoCloseable {
  private final Optional<FeatureSet> set;
  private final int size;
  private final Map<RecordId, float[]> memory = new HashMap<>();
  private long memoryLeft;

  /**
   * Shelves for tensors of one set.
   *
   * @param set the set in the cache; empty when the cache is not used
   * @param size numbers in one tensor
   * @param memory bytes that may be kept in memory
   */
  KeptFeatures(Optional<FeatureSet> set, int size, long memory) {
    this.set = set;
    this.size = size;
    this.memoryLeft = memory;
  }

  /** Numbers in one tensor. */
  int size() {
    return size;
  }

  /** Whether it seems to be there; reading it may still find it damaged. */
  synchronized boolean contains(RecordId id) {
    return memory.containsKey(id) || set.map(it -> it.contains(id)).orElse(false);
  }

  /** Whether it was there, and {@code into} has it now from index {@code at} on. */
  synchronized boolean read(RecordId id, FloatBuffer into, int at) {
    float[] inMemory = memory.get(id);
    if (inMemory != null) {
      into.put(at, inMemory);
      return true;
    }
    return set.map(it -> it.read(id, into, at)).orElse(false);
  }

  /** Keeps a tensor if there is room; says whether there was. */
  synchronized boolean keep(RecordId id, FloatBuffer values, int at) {
    if (memory.containsKey(id) || set.map(it -> it.write(id, values, at)).orElse(false)) {
      return true;
    }
    long bytes = (long) size * Float.BYTES;
    if (bytes > memoryLeft) {
      return false;
    }
    memoryLeft -= bytes;
    float[] copy = new float[size];
    values.get(at, copy);
    memory.put(id, copy);
    return true;
  }

  /** Makes what was kept safe from the end of this process. */
  void flush() {
    set.ifPresent(FeatureSet::flush);
  }

  @Override
  public void close() {
    set.ifPresent(FeatureSet::close);
    memory.clear();
  }
}
