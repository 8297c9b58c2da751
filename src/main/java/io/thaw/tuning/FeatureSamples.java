package io.thaw.tuning;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Boundary tensors that the frozen prefix computed once. */
final class FeatureSamples implements Samples {
  private final RecordStore store;
  private final int size;

  FeatureSamples(int size, long memoryBudget, Path spillFolder) {
    this.size = size;
    this.store = new RecordStore(Math.multiplyExact(size, Float.BYTES), memoryBudget, spillFolder);
  }

  /** Takes in {@code size} numbers from {@code at} on. */
  void add(float[] features, int at, int label) {
    byte[] record = new byte[size * Float.BYTES];
    ByteBuffer.wrap(record).asFloatBuffer().put(features, at, size);
    store.add(record, label);
  }

  @Override
  public int count() {
    return store.count();
  }

  @Override
  public int label(int index) {
    return store.label(index);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void read(int index, RandomGenerator random, float[] into, int at) {
    ByteBuffer.wrap(store.get(index)).asFloatBuffer().get(into, at, size);
  }

  @Override
  public void close() {
    store.close();
  }
}
