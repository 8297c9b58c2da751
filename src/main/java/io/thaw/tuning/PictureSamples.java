package io.thaw.tuning;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.Augmentation;
import io.thaw.engine.Normalizer;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Decoded pictures, kept as bytes, for a network of which no part is cut off. */
final class PictureSamples implements Samples {
  private final RecordStore store;
  private final InputSpec input;
  private final Normalizer normalizer;
  private final Augmentation augmentation;

  PictureSamples(InputSpec input, Augmentation augmentation, long memoryBudget, Path spillFolder) {
    this.input = input;
    this.normalizer = new Normalizer(input);
    this.augmentation = augmentation;
    this.store = new RecordStore(normalizer.size(), memoryBudget, spillFolder);
  }

  /** Takes in a picture, {@code [H, W, 3]}. */
  void add(byte[] rgb, int label) {
    store.add(rgb, label);
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
    return normalizer.size();
  }

  @Override
  public void read(int index, RandomGenerator random, float[] into, int at) {
    byte[] rgb = store.get(index);
    if (random != null && !augmentation.equals(Augmentation.NONE)) {
      rgb = augmentation.apply(rgb, input.width(), input.height(), random);
    }
    normalizer.write(rgb, into, at);
  }

  @Override
  public void close() {
    store.close();
  }
}
