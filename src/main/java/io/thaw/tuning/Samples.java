package io.thaw.tuning;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/** Labelled inputs of the tail, ready to be read again each epoch. Not for two threads at once. */
public interface Samples extends AutoCloseable {
  /** Number of samples. */
  int count();

  /** Class of a sample. */
  int label(int index);

  /** How many numbers a sample has. */
  int size();

  /**
   * Writes a batch.
   *
   * @param indices of the samples
   * @param from position in {@code indices} of the first one
   * @param count of samples in the batch
   * @param random source of changes, or null for each sample's first view
   * @param into direct; receives {@code count} times {@link #size()} numbers from index 0 on
   */
  void read(int[] indices, int from, int count, RandomGenerator random, FloatBuffer into);

  @Override
  void close();
}
