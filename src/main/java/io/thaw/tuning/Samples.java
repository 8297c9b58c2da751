package io.thaw.tuning;

import io.thaw.dataset.LabeledImage;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

/** Labelled inputs of the tail, ready to be read again each epoch. Not for two threads at once. */
public interface Samples extends AutoCloseable {
  /** Number of samples. */
  int count();

  /** Class of a sample. */
  int label(int index);

  /** The pictures that the samples are of. */
  List<LabeledImage> images();

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

  /** How many numbers a teacher says of a sample; 0 without a teacher. */
  default int targetSize() {
    return 0;
  }

  /**
   * Writes what a teacher says of a batch, where there is one: the numbers before softmax.
   *
   * @param into direct; receives {@code count} times {@link #targetSize()} numbers from index 0 on
   */
  default void readTargets(int[] indices, int from, int count, FloatBuffer into) {}

  @Override
  void close();
}
